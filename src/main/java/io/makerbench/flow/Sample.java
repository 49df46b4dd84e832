package io.makerbench.flow;

import java.util.Arrays;

/** Figures of a sample. */
final class Sample {
  private Sample() {}

  /** The middle value; NaN of an empty sample. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** The values at these probabilities; NaN of an empty sample. */
  static double[] quantiles(double[] values, double[] probabilities) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(probabilities)
        .map(p -> sorted.length == 0 ? Double.NaN : sorted[(int) (p * (sorted.length - 1))])
        .toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Fourth standardised central moment, 3 of a normal sample; NaN without spread. */
  static double kurtosis(double[] values) {
    double mean = mean(values);
    double second = 0;
    double fourth = 0;
    for (double value : values) {
      double square = (value - mean) * (value - mean);
      second += square;
      fourth += square * square;
    }
    return second > 0 ? fourth * values.length / (second * second) : Double.NaN;
  }

  /**
   * Autocorrelations at the lags 1 … {@code lags}; NaN where the sample is too short or constant.
   */
  static double[] autocorrelation(double[] values, int lags) {
    double mean = mean(values);
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean);
    }
    double[] correlations = new double[lags];
    for (int lag = 1; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < values.length; i++) {
        sum += (values[i] - mean) * (values[i - lag] - mean);
      }
      boolean defined = variance > 0 && values.length > lag;
      correlations[lag - 1] = defined ? sum / variance : Double.NaN;
    }
    return correlations;
  }
}
