package io.makerbench.flow;

import java.util.Arrays;

/**
 * The log-normal distribution fitted to sizes, by the moments of their logarithms.
 *
 * @param medianLots median size, lots
 * @param sigmaOfLog standard deviation of the logarithm
 * @param orders sizes it was fitted to
 */
public record LogNormalSizes(Estimate medianLots, Estimate sigmaOfLog, long orders) {
  static LogNormalSizes of(double[] sample) {
    double[] logs = Arrays.stream(sample).map(StrictMath::log).toArray();
    double mean = Sample.mean(logs);
    int n = logs.length;
    double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
    double sigma = StrictMath.sqrt(squares / Math.max(1, n - 1));
    return new LogNormalSizes(
        Estimate.ofLog(mean, sigma / StrictMath.sqrt(n)),
        Estimate.normal(sigma, sigma / StrictMath.sqrt(2.0 * n)),
        n);
  }
}
