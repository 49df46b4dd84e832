package io.makerbench.evaluate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
    return of(moments, moments.sd() / Math.sqrt(n), n - 1);
  }

  /**
   * Tests differences of windows crossed with seeds. Differences of one window resemble each other,
   * and so do those of one seed: the variance of the mean is taken as that of the means of the
   * windows plus that of the means of the seeds, which is somewhat too large rather than too small
   * (Owen, 2007), with degrees of freedom by Satterthwaite (1946). With a single seed, or a single
   * window, it is the plain paired test.
   *
   * @param differences windows × seeds, every one defined
   */
  public static PairedT crossed(double[][] differences) {
    double[] all = Arrays.stream(differences).flatMapToDouble(Arrays::stream).toArray();
    int windows = differences.length;
    int seeds = windows == 0 ? 0 : differences[0].length;
    if (windows < 2 || seeds < 2) {
      return of(all);
    }
    Moments byWindow = Moments.of(Arrays.stream(differences).mapToDouble(PairedT::mean).toArray());
    Moments bySeed =
        Moments.of(
            IntStream.range(0, seeds)
                .mapToDouble(seed -> mean(Arrays.stream(differences).mapToDouble(d -> d[seed])))
                .toArray());
    double ofWindows = byWindow.sd() * byWindow.sd() / windows;
    double ofSeeds = bySeed.sd() * bySeed.sd() / seeds;
    double variance = ofWindows + ofSeeds;
    double freedom =
        variance
            * variance
            / (ofWindows * ofWindows / (windows - 1) + ofSeeds * ofSeeds / (seeds - 1));
    return of(Moments.of(all), Math.sqrt(variance), variance == 0 ? all.length - 1 : freedom);
  }

  private static double mean(double[] values) {
    return mean(Arrays.stream(values));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  private static PairedT of(Moments moments, double error, double freedom) {
    TDistribution distribution = new TDistribution(freedom);
    double t = moments.mean() / error;
    double p = Double.isInfinite(t) ? 0 : 2 * distribution.cumulativeProbability(-Math.abs(t));
    double margin = error * distribution.inverseCumulativeProbability(UPPER_TAIL);
    return new PairedT(
        moments.n(),
        moments.mean(),
        moments.sd(),
        t,
        p,
        moments.mean() - margin,
        moments.mean() + margin);
  }
}
