package io.makerbench.learn.acting;

import java.util.Arrays;

/**
 * How observations are shifted and scaled before a network sees them: (x − mean) × factor, bounded
 * by ±{@link #LIMIT}.
 *
 * @param mean one a number of an observation
 * @param factor likewise
 */
public record ObservationScale(float[] mean, float[] factor) {
  /** Numbers farther out are cut off. */
  public static final float LIMIT = 10;

  public ObservationScale {
    if (mean.length != factor.length) {
      throw new IllegalArgumentException(
          mean.length + " means do not belong to " + factor.length + " factors.");
    }
  }

  /**
   * Scales rows.
   *
   * @param from rows of observations
   * @param at first number of the first
   * @param to receives them
   * @param toAt where the first begins there
   */
  public void apply(float[] from, int at, float[] to, int toAt, int rows) {
    int width = mean.length;
    for (int row = 0; row < rows; row++) {
      int source = at + row * width;
      int target = toAt + row * width;
      for (int i = 0; i < width; i++) {
        float scaled = (from[source + i] - mean[i]) * factor[i];
        to[target + i] = Math.max(-LIMIT, Math.min(LIMIT, scaled));
      }
    }
  }

  /** A copy that nobody else changes. */
  public ObservationScale copy() {
    return new ObservationScale(mean.clone(), factor.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObservationScale that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(factor, that.factor);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(factor);
  }
}
