package io.makerbench.evaluate;

/**
 * Moments of a sample.
 *
 * @param n observations
 * @param mean arithmetic mean
 * @param sd standard deviation with n − 1; NaN for fewer than two observations
 * @param skewness third standardised central moment (population form); NaN without spread
 * @param kurtosis fourth standardised central moment, 3 for a normal sample; NaN without spread
 */
public record Moments(int n, double mean, double sd, double skewness, double kurtosis) {
  /** Measures a sample, which may be empty. */
  public static Moments of(double[] sample) {
    int n = sample.length;
    double mean = 0;
    for (double x : sample) {
      mean += x / n;
    }
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (double x : sample) {
      double d = x - mean;
      m2 += d * d / n;
      m3 += d * d * d / n;
      m4 += d * d * d * d / n;
    }
    return new Moments(
        n,
        n == 0 ? Double.NaN : mean,
        n < 2 ? Double.NaN : Math.sqrt(m2 * n / (n - 1)),
        m2 > 0 ? m3 / Math.pow(m2, 1.5) : Double.NaN,
        m2 > 0 ? m4 / (m2 * m2) : Double.NaN);
  }

  /** Sharpe ratio per observation; NaN without spread. */
  public double sharpe() {
    return sd > 0 ? mean / sd : Double.NaN;
  }
}
