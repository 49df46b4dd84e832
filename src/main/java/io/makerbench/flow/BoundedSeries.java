package io.makerbench.flow;

import java.util.Arrays;

/** The first values of a series, in their order: heap does not grow with a recording. */
final class BoundedSeries {
  /** Most values that are kept. */
  static final int MOST = 1 << 17;

  private double[] values = new double[256];
  private int kept;
  private long seen;

  void add(double value) {
    seen++;
    if (kept < MOST) {
      if (kept == values.length) {
        values = Arrays.copyOf(values, Math.min(MOST, 2 * kept));
      }
      values[kept++] = value;
    }
  }

  /** Values seen, kept or not. */
  long seen() {
    return seen;
  }

  double[] values() {
    return Arrays.copyOf(values, kept);
  }
}
