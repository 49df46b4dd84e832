package io.makerbench.flow;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When market orders came, and from which side.
 *
 * @param times seconds from the start, ascending
 * @param signs +1 buys, −1 sells, 0 unknown
 * @param seconds length of the observation
 */
public record Arrivals(double[] times, int[] signs, double seconds) {
  /** Number of arrivals of a sign. */
  public int count(int sign) {
    return (int) Arrays.stream(signs).filter(s -> s == sign).count();
  }

  /** The arrivals of known side alone. */
  Arrivals sided() {
    int[] kept = IntStream.range(0, signs.length).filter(i -> signs[i] != 0).toArray();
    return new Arrivals(
        Arrays.stream(kept).mapToDouble(i -> times[i]).toArray(),
        Arrays.stream(kept).map(i -> signs[i]).toArray(),
        seconds);
  }

  /** Collects the first arrivals of a flow. */
  static final class Recorder implements FlowObserver {
    private final BoundedSeries times = new BoundedSeries();
    private final BoundedSeries signs = new BoundedSeries();

    @Override
    public void trade(double at, int sign, double farthest, long lots, BookView before) {
      times.add(at);
      signs.add(sign);
    }

    /** Arrivals in all, kept or not. */
    long seen() {
      return times.seen();
    }

    /** The arrivals; an observation that was cut ends with the last one that was kept. */
    Arrivals arrivals(double seconds) {
      double[] kept = times.values();
      boolean cut = times.seen() > kept.length;
      int[] sides = Arrays.stream(signs.values()).mapToInt(s -> (int) s).toArray();
      return new Arrivals(kept, sides, cut ? kept[kept.length - 1] : seconds);
    }
  }
}
