package io.makerbench.system.perp;

import io.makerbench.random.RandomWords;
import io.makerbench.system.perp.engine.Columns;

/**
 * The random numbers of an episode, counted from its seed: word n of a venue at a tick depends on
 * nothing else, so that no policy and no thread changes what another meets.
 */
final class Chance {
  /** The words of a venue at a tick. */
  static final int MID = 0;

  static final int FILLS = 1;
  static final int SHARES = 2;
  static final int EVENTS = 3;
  static final int DURATIONS = 4;
  private static final int WORDS = 5;

  /** The words of the fair value at a tick, after those of its venues. */
  static final int MOVE = 0;

  static final int JUMP = 2;
  private static final int JUMPS = 4;
  private static final int FAIR_VALUE_WORDS = 5;

  private static final double UNIT_OF_53_BITS = 0x1.0p-53;
  private static final double UNIT_OF_32_BITS = 0x1.0p-32;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  private final long[] seeds;
  private final int venues;
  private final int stride;

  Chance(int copies, int venues, Columns columns) {
    seeds = columns.longs(copies);
    this.venues = venues;
    stride = venues * WORDS + FAIR_VALUE_WORDS;
  }

  /** A copy begins the episode of a seed. */
  void begin(int copy, long seed) {
    seeds[copy] = seed;
  }

  /** Word of a venue at a tick. */
  long word(int copy, int tick, int venue, int word) {
    return RandomWords.word(seeds[copy], (long) tick * stride + venue * WORDS + word + 1);
  }

  /** A normal number of the fair value at a tick, from a word and the next (Box and Muller). */
  double normal(int copy, int tick, int word) {
    long first = first(tick) + word;
    double radius = unit(RandomWords.word(seeds[copy], first));
    double angle = 2 * Math.PI * unit(RandomWords.word(seeds[copy], first + 1));
    return StrictMath.sqrt(-2 * StrictMath.log(1 - radius)) * StrictMath.cos(angle);
  }

  /** A number in [0, 1) that says whether the fair value jumps at a tick. */
  double jump(int copy, int tick) {
    return unit(RandomWords.word(seeds[copy], first(tick) + JUMPS));
  }

  private long first(int tick) {
    return (long) tick * stride + (long) venues * WORDS + 1;
  }

  /** Draw n of the start of an episode, in [0, 1). */
  double atStart(int copy, int n) {
    return unit(RandomWords.word(seeds[copy], -1L - n));
  }

  /** A word as a number in [0, 1). */
  static double unit(long word) {
    return (word >>> 11) * UNIT_OF_53_BITS;
  }

  /** The upper half of a word as a number in [0, 1). */
  static double upper(long word) {
    return (word >>> 32) * UNIT_OF_32_BITS;
  }

  /** The lower half of a word as a number in [0, 1). */
  static double lower(long word) {
    return (word & LOW_HALF) * UNIT_OF_32_BITS;
  }
}
