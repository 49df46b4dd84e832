package io.makerbench.evaluate;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Student's t test of paired differences against a mean of nothing.
 *
 * @param n pairs
 * @param mean mean difference
 * @param sd standard deviation of the differences, with n − 1; NaN for fewer than two pairs
 * @param t mean over its standard error; NaN when every difference is zero
 * @param p two-sided p-value; NaN when t is
 * @param low lower end of the 95 % confidence interval of the mean; NaN for fewer than two pairs
 * @param high upper end
 */
public record PairedT(int n, double mean, double sd, double t, double p, double low, double high) {
  /** Probability below the upper end of a two-sided 95 % interval. */
  static final double UPPER_TAIL = 0.975;

  /** Tests differences d = first − second. */
  public static PairedT of(double[] differences) {
    Moments moments = Moments.of(differences);
    int n = moments.n();
    if (n < 2) {
      double none = Double.NaN;
      return new PairedT(n, moments.mean(), none, none, none, none, none);
    }
    TDistribution distribution = new TDistribution(n - 1);
    double error = moments.sd() / Math.sqrt(n);
    double t = moments.mean() / error;
    double p = Double.isInfinite(t) ? 0 : 2 * distribution.cumulativeProbability(-Math.abs(t));
    double margin = error * distribution.inverseCumulativeProbability(UPPER_TAIL);
    return new PairedT(
        n, moments.mean(), moments.sd(), t, p, moments.mean() - margin, moments.mean() + margin);
  }
}
