package io.makerbench.flow;

/**
 * An estimated value with its 95 % confidence interval; NaN ends where the data do not bound it.
 *
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
  /** Normal quantile of a two-sided 95 % interval. */
  static final double NORMAL_QUANTILE = 1.959963984540054;

  /** An interval that is symmetric around the value. */
  static Estimate normal(double value, double standardError) {
    double half = NORMAL_QUANTILE * standardError;
    return new Estimate(value, value - half, value + half);
  }

  /** The interval of a positive value whose logarithm was estimated. */
  static Estimate ofLog(double logarithm, double standardError) {
    double half = NORMAL_QUANTILE * standardError;
    return new Estimate(
        StrictMath.exp(logarithm),
        StrictMath.exp(logarithm - half),
        StrictMath.exp(logarithm + half));
  }

  /** The rate of events seen in a time, with the normal interval of a Poisson count. */
  static Estimate ofRate(long events, double seconds) {
    return seconds > 0
        ? normal(events / seconds, StrictMath.sqrt(events) / seconds)
        : new Estimate(Double.NaN, Double.NaN, Double.NaN);
  }

  /** In a unit of which {@code factor} make one of this unit. */
  Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }
}
