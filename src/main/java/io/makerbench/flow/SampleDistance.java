package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * How far two series lie apart as distributions, with 95 % percentile intervals of a circular block
 * bootstrap of both (Politis and Romano, 1992) in blocks of the root of their length, since their
 * values depend on each other. Resampling adds chance to a distance, so where two distributions
 * agree the interval lies above the distance.
 *
 * @param kolmogorovSmirnov largest gap between the distribution functions
 * @param wasserstein mean distance the mass of one has to move to become the other, in the unit of
 *     the series
 */
public record SampleDistance(Estimate kolmogorovSmirnov, Estimate wasserstein) {
  private static final int RESAMPLES = 300;
  private static final double TAIL = 0.025;

  /** Measures two series; NaN where one is empty. */
  static SampleDistance of(double[] first, double[] second, RandomStream random) {
    if (first.length == 0 || second.length == 0) {
      Estimate unknown = new Estimate(Double.NaN, Double.NaN, Double.NaN);
      return new SampleDistance(unknown, unknown);
    }
    double[] values =
        Arrays.stream(new double[][] {first, second})
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    Ranked a = Ranked.of(first, values);
    Ranked b = Ranked.of(second, values);
    double[] gaps = new double[RESAMPLES];
    double[] distances = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      a.resample(random);
      b.resample(random);
      gaps[r] = largestGap(a, b);
      distances[r] = area(a, b, values);
    }
    a.all();
    b.all();
    return new SampleDistance(
        interval(largestGap(a, b), gaps), interval(area(a, b, values), distances));
  }

  private static Estimate interval(double value, double[] resampled) {
    Arrays.sort(resampled);
    int last = resampled.length - 1;
    return new Estimate(
        value,
        resampled[(int) Math.round(TAIL * last)],
        resampled[(int) Math.round((1 - TAIL) * last)]);
  }

  private static double largestGap(Ranked a, Ranked b) {
    double gap = 0;
    double largest = 0;
    for (int i = 0; i < a.counts.length; i++) {
      gap += a.share(i) - b.share(i);
      largest = Math.max(largest, Math.abs(gap));
    }
    return largest;
  }

  private static double area(Ranked a, Ranked b, double[] values) {
    double gap = 0;
    double area = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      gap += a.share(i) - b.share(i);
      area += Math.abs(gap) * (values[i + 1] - values[i]);
    }
    return area;
  }

  /** A series as places in the sorted values, and how often each was drawn. */
  private static final class Ranked {
    private final int[] ranks;
    private final int[] counts;
    private final int block;

    private Ranked(int[] ranks, int values) {
      this.ranks = ranks;
      counts = new int[values];
      block = (int) Math.ceil(Math.sqrt(ranks.length));
    }

    static Ranked of(double[] series, double[] values) {
      int[] ranks = Arrays.stream(series).mapToInt(x -> Arrays.binarySearch(values, x)).toArray();
      return new Ranked(ranks, values.length);
    }

    double share(int value) {
      return (double) counts[value] / ranks.length;
    }

    void all() {
      Arrays.fill(counts, 0);
      for (int rank : ranks) {
        counts[rank]++;
      }
    }

    void resample(RandomStream random) {
      Arrays.fill(counts, 0);
      int from = 0;
      for (int i = 0; i < ranks.length; i++) {
        from = i % block == 0 ? random.nextInt(ranks.length) : from + 1;
        counts[ranks[from % ranks.length]]++;
      }
    }
  }
}
