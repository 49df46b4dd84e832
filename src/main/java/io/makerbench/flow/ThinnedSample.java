package io.makerbench.flow;

import java.util.Arrays;

/**
 * Every k-th value of a series of any length, k a power of two: an even sample of bounded size,
 * without chance.
 */
final class ThinnedSample {
  private static final int MOST = 1 << 16;

  private double[] values = new double[256];
  private int kept;
  private long seen;
  private long stride = 1;
  private double sum;

  void add(double value) {
    sum += value;
    if (seen++ % stride != 0) {
      return;
    }
    if (kept == MOST) {
      thin();
      if ((seen - 1) % stride != 0) {
        return;
      }
    }
    if (kept == values.length) {
      values = Arrays.copyOf(values, 2 * kept);
    }
    values[kept++] = value;
  }

  private void thin() {
    for (int i = 0; i < kept / 2; i++) {
      values[i] = values[2 * i];
    }
    kept /= 2;
    stride *= 2;
  }

  long seen() {
    return seen;
  }

  /** Mean of all values seen; NaN without any. */
  double mean() {
    return sum / seen;
  }

  double[] values() {
    return Arrays.copyOf(values, kept);
  }
}
