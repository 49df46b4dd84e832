package io.makerbench.evaluate;

import java.util.Arrays;

/**
 * What a box plot shows of some numbers. Quantiles are interpolated linearly between the sorted
 * numbers; whiskers reach to the last number within 1.5 times the height of the box (Tukey).
 */
public record BoxFigures(
    double lowWhisker,
    double lowQuartile,
    double median,
    double highQuartile,
    double highWhisker,
    double mean) {
  private static final double REACH = 1.5;

  /** Reckons them of at least one number, all finite. */
  public static BoxFigures of(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, 0.25);
    double high = quantile(sorted, 0.75);
    double reach = REACH * (high - low);
    return new BoxFigures(
        Arrays.stream(sorted).filter(x -> x >= low - reach).findFirst().orElseThrow(),
        low,
        quantile(sorted, 0.5),
        high,
        Arrays.stream(sorted).filter(x -> x <= high + reach).max().orElseThrow(),
        Arrays.stream(sorted).average().orElseThrow());
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
