package io.makerbench.system.replay;

import io.makerbench.system.Footage;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import java.time.Instant;

/**
 * A stretch of time on one tape, both ends included, ns since 1970 UTC on the clock of what is
 * seen.
 */
record Span(Tape tape, MarketClock clock, long startNs, long endNs) {
  private static final long NS_PER_SECOND = 1_000_000_000;

  static long ns(Instant instant) {
    return instant.getEpochSecond() * NS_PER_SECOND + instant.getNano();
  }

  static Instant instant(long ns) {
    return Instant.ofEpochSecond(
        Math.floorDiv(ns, NS_PER_SECOND), Math.floorMod(ns, NS_PER_SECOND));
  }

  /** Another part of the same tape. */
  Span part(long fromNs, long untilNs) {
    return new Span(tape, clock, fromNs, untilNs);
  }

  long length() {
    return endNs - startNs;
  }

  /** True where both hold more than one common instant of the same tape. */
  boolean overlaps(Span other) {
    return tape == other.tape && startNs < other.endNs && other.startNs < endNs;
  }

  /** The rows of book states seen within the span. */
  Footage footage() {
    BookStates states = tape.states();
    long first = states.rows();
    long last = -1;
    for (int r = 0; r < states.rows(); r++) {
      long time = clock.seen(r);
      if (time >= startNs && time <= endNs) {
        first = Math.min(first, r);
        last = r;
      }
    }
    return new Footage(tape.path(), first, last, clock.mode() == Mode.PUBLISHED);
  }

  @Override
  public String toString() {
    return "The stretch from " + instant(startNs) + " to " + instant(endNs);
  }
}
