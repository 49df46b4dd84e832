package io.makerbench.evaluate;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Half the width of the 95 % confidence interval of a mean of few values, by Student's t. Quantiles
 * are kept, so that it can be asked for every column of a picture.
 */
public final class MeanMargin {
  /** Of more values the quantile hardly falls any further. */
  private static final int MOST = 60;

  /** By the number of values. */
  private static final double[] QUANTILES =
      IntStream.rangeClosed(0, MOST)
          .mapToDouble(n ->
              n < 2
                  ? Double.NaN
                  : new TDistribution(n - 1).inverseCumulativeProbability(PairedT.UPPER_TAIL))
          .toArray();

  private MeanMargin() {}

  /**
   * The margin on either side of the mean.
   *
   * @param n how many values
   * @param sd their standard deviation, with n − 1
   * @return NaN for fewer than two values
   */
  public static double of(int n, double sd) {
    return QUANTILES[Math.min(n, MOST)] * sd / Math.sqrt(n);
  }
}
