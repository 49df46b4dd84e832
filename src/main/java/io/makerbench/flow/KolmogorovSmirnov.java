package io.makerbench.flow;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * Largest distance between distribution functions.
 *
 * @param statistic the distance, 0 … 1
 * @param p probability of a larger one by chance if the distributions are the same and the
 *     observations independent; too large where the distribution was fitted to the same sample
 */
public record KolmogorovSmirnov(double statistic, double p) {
  private static final double SERIES_PRECISION = 1e-12;
  private static final int MOST_TERMS = 100_000;

  /** A sample against Exp(1), as residuals of a point process should be. */
  public static KolmogorovSmirnov againstExponential(double[] sample) {
    return against(sample, x -> -StrictMath.expm1(-x));
  }

  /**
   * A sample against a continuous distribution function, with the asymptotic p (Stephens, 1970).
   */
  static KolmogorovSmirnov against(double[] sample, DoubleUnaryOperator distribution) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = distribution.applyAsDouble(sorted[i]);
      largest = Math.max(largest, Math.max(expected - i / n, (i + 1) / n - expected));
    }
    double root = StrictMath.sqrt(n);
    double scaled = largest * (root + 0.12 + 0.11 / root);
    return new KolmogorovSmirnov(largest, 1 - limit(scaled));
  }

  private static double limit(double scaled) {
    return scaled <= 0
        ? 0
        : new KolmogorovSmirnovTest().ksSum(scaled, SERIES_PRECISION, MOST_TERMS);
  }
}
