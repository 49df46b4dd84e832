package io.makerbench.evaluate;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A Sharpe ratio and how far it can be believed (Bailey and López de Prado, 2012 and 2014).
 *
 * @param value ratio per observation, not annualised
 * @param observations number of observations T
 * @param skewness γ3 of the returns
 * @param kurtosis γ4 of the returns, 3 for normal ones
 */
public record SharpeRatio(double value, int observations, double skewness, double kurtosis) {
  private static final double EULER_MASCHERONI = 0.5772156649015329;
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** The ratio of a series of returns; its value is NaN when they do not vary. */
  public static SharpeRatio of(double[] returns) {
    Moments moments = Moments.of(returns);
    return new SharpeRatio(moments.sharpe(), moments.n(), moments.skewness(), moments.kurtosis());
  }

  /** Probability that the true ratio exceeds a benchmark (PSR). NaN when the value is. */
  public double probabilistic(double benchmark) {
    double z = (value - benchmark) * Math.sqrt((observations - 1) / variance());
    return Double.isNaN(z) ? Double.NaN : NORMAL.cumulativeProbability(z);
  }

  /**
   * Probability that the true ratio exceeds what the best of many worthless trials would show
   * (DSR).
   *
   * @param trialVariance variance of the ratios of the trials, per observation
   * @param trials trials made, at least 1
   */
  public double deflated(double trialVariance, int trials) {
    return probabilistic(expectedMaximum(trialVariance, trials));
  }

  /**
   * Observations needed to show a ratio above a benchmark at a confidence (MinTRL); infinite for
   * one that is not above it.
   */
  public double minimumTrackRecord(double benchmark, double confidence) {
    if (value <= benchmark) {
      return Double.POSITIVE_INFINITY;
    }
    double z = NORMAL.inverseCumulativeProbability(confidence) / (value - benchmark);
    return 1 + variance() * z * z;
  }

  private double variance() {
    return 1 - skewness * value + (kurtosis - 1) / 4 * value * value;
  }

  /** Expected largest ratio of independent trials whose true ratio is zero (SR0). */
  public static double expectedMaximum(double trialVariance, int trials) {
    if (trials <= 1) {
      return 0;
    }
    double first = NORMAL.inverseCumulativeProbability(1 - 1.0 / trials);
    double second = NORMAL.inverseCumulativeProbability(1 - 1 / (trials * Math.E));
    return Math.sqrt(trialVariance) * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
  }
}
