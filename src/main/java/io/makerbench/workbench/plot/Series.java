package io.makerbench.workbench.plot;

import java.util.Arrays;

/**
 * An append-only series with a pyramid above it: a bucket of level k holds minimum, maximum and
 * mean of {@link #FANOUT}<sup>k</sup> points. A picture of any part costs no more than its pixels,
 * however long the series is. Not safe for several threads.
 */
public final class Series {
  static final int FANOUT = 4;

  private static final int FIRST_CAPACITY = 1024;

  /** Enough for 4¹² = 17 million points in one bucket at the top. */
  private static final int HIGHEST_LEVEL = 12;

  private double[] x = new double[FIRST_CAPACITY];
  private double[] y = new double[FIRST_CAPACITY];
  private int size;
  private Level[] levels = emptyLevels();

  /**
   * Adds a point.
   *
   * @param atX not below the last x
   * @param value NaN for a gap
   * @throws IllegalArgumentException when x goes back
   */
  public void append(double atX, double value) {
    if (size > 0 && atX < x[size - 1]) {
      throw new IllegalArgumentException("x went back from " + x[size - 1] + " to " + atX);
    }
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = atX;
    y[size] = value;
    for (int level = 1; level <= HIGHEST_LEVEL; level++) {
      levels[level - 1].add(size / pointsPerBucket(level), value);
    }
    size++;
  }

  public int size() {
    return size;
  }

  /** Forgets the points at {@code atX} and beyond. Costs as much as appending all the others. */
  public void cutAt(double atX) {
    int kept = firstAtOrAfter(atX);
    size = 0;
    levels = emptyLevels();
    for (int i = 0; i < kept; i++) {
      append(x[i], y[i]);
    }
  }

  public double x(int index) {
    return x[index];
  }

  public double y(int index) {
    return y[index];
  }

  /** The last value; NaN while empty. */
  public double last() {
    return size == 0 ? Double.NaN : y[size - 1];
  }

  /** From the first x to the last. */
  public Range domain() {
    return size == 0 ? Range.EMPTY : new Range(x[0], x[size - 1]);
  }

  /** Index of the first point at or after {@code atX}; {@link #size()} when all are before. */
  public int firstAtOrAfter(double atX) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (x[middle] < atX) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Points in a whole bucket of a level; the buckets of level 0 are the points themselves. */
  static int pointsPerBucket(int level) {
    return 1 << (2 * level);
  }

  /** Lowest level at which {@code points} neighbours are at most {@code most} buckets. */
  static int levelFor(int points, int most) {
    int level = 0;
    while (level < HIGHEST_LEVEL && points / pointsPerBucket(level) > most) {
      level++;
    }
    return level;
  }

  /** Buckets of a level, the unfinished last one included. */
  int buckets(int level) {
    return Math.ceilDiv(size, pointsPerBucket(level));
  }

  double x(int level, int bucket) {
    return x[bucket * pointsPerBucket(level)];
  }

  /** Smallest value; NaN when all are NaN. */
  double min(int level, int bucket) {
    return level == 0 ? y[bucket] : levels[level - 1].min[bucket];
  }

  /** Largest value; NaN when all are NaN. */
  double max(int level, int bucket) {
    return level == 0 ? y[bucket] : levels[level - 1].max[bucket];
  }

  /** Mean of the values that are not NaN; NaN when all are. */
  double mean(int level, int bucket) {
    return level == 0 ? y[bucket] : levels[level - 1].mean(bucket);
  }

  private static Level[] emptyLevels() {
    Level[] result = new Level[HIGHEST_LEVEL];
    Arrays.setAll(result, level -> new Level());
    return result;
  }

  /** One storey of the pyramid. */
  private static final class Level {
    private double[] min = new double[2];
    private double[] max = new double[2];
    private double[] sum = new double[2];
    private int[] count = new int[2];
    private int buckets;

    void add(int bucket, double value) {
      if (bucket == buckets) {
        open(bucket);
      }
      if (!Double.isNaN(value)) {
        boolean first = count[bucket]++ == 0;
        min[bucket] = first ? value : Math.min(min[bucket], value);
        max[bucket] = first ? value : Math.max(max[bucket], value);
        sum[bucket] += value;
      }
    }

    private void open(int bucket) {
      if (bucket == min.length) {
        min = Arrays.copyOf(min, 2 * bucket);
        max = Arrays.copyOf(max, 2 * bucket);
        sum = Arrays.copyOf(sum, 2 * bucket);
        count = Arrays.copyOf(count, 2 * bucket);
      }
      min[bucket] = Double.NaN;
      max[bucket] = Double.NaN;
      buckets++;
    }

    double mean(int bucket) {
      return count[bucket] == 0 ? Double.NaN : sum[bucket] / count[bucket];
    }
  }
}
