package io.makerbench.evaluate;

import java.util.Arrays;

/**
 * Sharpe ratio and volatility over a span that moves through a record, as quantstats rolls them
 * over days. At second t they rest on the last n changes x(t − n + 1) … x(t) of equity, with mean m
 * = Σx / n and standard deviation s = √(Σ(x − m)² / (n − 1)).
 *
 * @param second the t of each entry, counted from 0, ascending; the first is n − 1
 * @param sharpe m / s × √31,536,000, a year's ratio; NaN where equity did not vary
 * @param volatility s × √3,600, the standard deviation of an hour's change, quote currency
 */
public record RollingRisk(int[] second, double[] sharpe, double[] volatility) {
  private static final double ROOT_OF_SECONDS_AN_HOUR = Math.sqrt(3_600);

  /**
   * Rolls over changes of equity, one a second.
   *
   * @param span n, at least 2
   * @param most entries wanted at most; of a longer record every second, third … second has one
   */
  public static RollingRisk of(double[] changes, int span, int most) {
    int possible = Math.max(0, changes.length - span + 1);
    int stride = Math.max(1, Math.ceilDiv(possible, most));
    int[] second = new int[Math.ceilDiv(possible, stride)];
    double[] sharpe = new double[second.length];
    double[] volatility = new double[second.length];
    for (int i = 0; i < second.length; i++) {
      second[i] = span - 1 + i * stride;
      Moments moments =
          Moments.of(Arrays.copyOfRange(changes, second[i] - span + 1, second[i] + 1));
      sharpe[i] = moments.sharpe() * EquityRisk.ROOT_OF_SECONDS_A_YEAR;
      volatility[i] = moments.sd() * ROOT_OF_SECONDS_AN_HOUR;
    }
    return new RollingRisk(second, sharpe, volatility);
  }
}
