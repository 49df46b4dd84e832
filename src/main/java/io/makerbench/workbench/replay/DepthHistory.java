package io.makerbench.workbench.replay;

import java.util.Arrays;

/**
 * Resting size at every price over a stretch of time, sorted by price and then by time: a picture
 * of any part of it, or the book at any instant, is read off directly, forwards as well as back.
 * Sizes are in lots. Up to 20 bytes a change. Immutable.
 */
final class DepthHistory {
  private static final int SIZE_SAMPLES = 1 << 16;

  private final int lowest;
  private final int[] starts;
  private final long[] times;
  private final float[] sizes;
  private final long[] instants;
  private final float[] sortedSizes;

  private DepthHistory(int lowest, int[] starts, long[] times, float[] sizes, long[] instants) {
    this.lowest = lowest;
    this.starts = starts;
    this.times = times;
    this.sizes = sizes;
    this.instants = instants;
    sortedSizes = sample(sizes);
  }

  /** Lowest price with an entry of its own, in ticks. */
  int lowest() {
    return lowest;
  }

  /** Highest price with an entry of its own, in ticks. */
  int highest() {
    return lowest + starts.length - 2;
  }

  /** The instants at which anything changed, ascending, each once. Not to be changed. */
  long[] instants() {
    return instants;
  }

  /** Number of changes of size. */
  int changes() {
    return times.length;
  }

  /** First change at a price between {@link #lowest} and {@link #highest}. */
  int first(int tick) {
    return starts[tick - lowest];
  }

  /** The change after the last one at a price. */
  int end(int tick) {
    return starts[tick - lowest + 1];
  }

  long time(int change) {
    return times[change];
  }

  float size(int change) {
    return sizes[change];
  }

  /** The change in force at a price at an instant; {@code first − 1} before the first one. */
  int inForce(int tick, long instantNs) {
    return Series.lastAtOrBefore(times, first(tick), end(tick), instantNs);
  }

  /** Lots resting at a price at an instant; 0 where nothing is known. */
  float sizeAt(int tick, long instantNs) {
    if (tick < lowest || tick > highest()) {
      return 0;
    }
    int change = inForce(tick, instantNs);
    return change < first(tick) ? 0 : sizes[change];
  }

  /** The size that {@code share} (0 … 1) of all resting sizes do not exceed. */
  float quantile(double share) {
    if (sortedSizes.length == 0) {
      return 0;
    }
    return sortedSizes[(int) Math.round(share * (sortedSizes.length - 1))];
  }

  /** The share (0 … 1) of all resting sizes that do not exceed {@code lots}. */
  double share(float lots) {
    if (sortedSizes.length == 0) {
      return 0;
    }
    int place = Arrays.binarySearch(sortedSizes, lots);
    return (double) (place < 0 ? -place - 1 : place) / sortedSizes.length;
  }

  private static float[] sample(float[] sizes) {
    int stride = Math.max(1, sizes.length / SIZE_SAMPLES);
    float[] sample = new float[(sizes.length + stride - 1) / stride];
    int count = 0;
    for (int i = 0; i < sizes.length; i += stride) {
      if (sizes[i] > 0) {
        sample[count++] = sizes[i];
      }
    }
    float[] sorted = Arrays.copyOf(sample, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Collects changes in order of time for prices within bounds; others are left out. */
  static final class Recorder {
    private static final int FIRST_CAPACITY = 1 << 14;

    private final int lowest;
    private final long startNs;
    private final float[] now;
    private boolean started;
    private int count;
    private long[] times = new long[FIRST_CAPACITY];
    private int[] ticks = new int[FIRST_CAPACITY];
    private float[] sizes = new float[FIRST_CAPACITY];

    /** Of what came until {@code startNs} only the outcome is kept. */
    Recorder(int lowest, int highest, long startNs) {
      this.lowest = lowest;
      this.startNs = startNs;
      now = new float[highest - lowest + 1];
    }

    int lowest() {
      return lowest;
    }

    /** Number of prices within the bounds. */
    int prices() {
      return now.length;
    }

    boolean within(int tick) {
      return tick >= lowest && tick - lowest < now.length;
    }

    /** Notes that from an instant on {@code lots} rest at a price. */
    void put(long timeNs, int tick, float lots) {
      if (!within(tick) || now[tick - lowest] == lots) {
        return;
      }
      if (timeNs > startNs) {
        start();
        append(timeNs, tick, lots);
      }
      now[tick - lowest] = lots;
    }

    private void start() {
      if (started) {
        return;
      }
      started = true;
      for (int place = 0; place < now.length; place++) {
        if (now[place] != 0) {
          append(startNs, lowest + place, now[place]);
        }
      }
    }

    private void append(long timeNs, int tick, float lots) {
      if (count == times.length) {
        grow();
      }
      times[count] = timeNs;
      ticks[count] = tick;
      sizes[count++] = lots;
    }

    private void grow() {
      int capacity = count + (count >> 1);
      times = Arrays.copyOf(times, capacity);
      ticks = Arrays.copyOf(ticks, capacity);
      sizes = Arrays.copyOf(sizes, capacity);
    }

    DepthHistory finish() {
      start();
      int[] starts = new int[now.length + 1];
      for (int i = 0; i < count; i++) {
        starts[ticks[i] - lowest + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      int[] next = starts.clone();
      long[] sortedTimes = new long[count];
      float[] sortedSizes = new float[count];
      for (int i = 0; i < count; i++) {
        int place = next[ticks[i] - lowest]++;
        sortedTimes[place] = times[i];
        sortedSizes[place] = sizes[i];
      }
      long[] instants = Arrays.stream(times, 0, count).distinct().toArray();
      return new DepthHistory(lowest, starts, sortedTimes, sortedSizes, instants);
    }
  }
}
