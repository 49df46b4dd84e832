package io.makerbench.evaluate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Wilcoxon's signed rank test of paired differences, one-sided: are they greater than nothing?
 * Zeros are dropped (Wilcoxon, 1945); equal sizes share the mean of their ranks.
 *
 * @param n differences that are not zero
 * @param zeros differences dropped
 * @param w sum of the ranks of the positive differences
 * @param p probability of a sum this large or larger; NaN when every difference is zero
 * @param exact true when p comes from all 2ⁿ signs of the ranks at hand (up to {@value
 *     #LARGEST_EXACT} differences, ties included), false when from the normal approximation with
 *     tie and continuity corrections
 */
public record Wilcoxon(int n, int zeros, double w, double p, boolean exact) {
  static final int LARGEST_EXACT = 50;

  /** Tests differences d = first − second. */
  public static Wilcoxon greater(double[] differences) {
    double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
    int n = d.length;
    int zeros = differences.length - n;
    int[] doubled = doubledRanks(d);
    int w2 = IntStream.range(0, n).filter(i -> d[i] > 0).map(i -> doubled[i]).sum();
    if (n == 0) {
      return new Wilcoxon(0, zeros, 0, Double.NaN, true);
    }
    boolean exact = n <= LARGEST_EXACT;
    double p = exact ? exactTail(doubled, w2) : normalTail(doubled, w2);
    return new Wilcoxon(n, zeros, w2 / 2.0, p, exact);
  }

  /** Twice the ranks of the sizes, whole numbers even where ranks are shared. */
  private static int[] doubledRanks(double[] d) {
    Integer[] order =
        IntStream.range(0, d.length)
            .boxed()
            .sorted((a, b) -> Double.compare(Math.abs(d[a]), Math.abs(d[b])))
            .toArray(Integer[]::new);
    int[] doubled = new int[d.length];
    int from = 0;
    while (from < d.length) {
      int to = from;
      while (to + 1 < d.length && Math.abs(d[order[to + 1]]) == Math.abs(d[order[from]])) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        doubled[order[i]] = from + to + 2;
      }
      from = to + 1;
    }
    return doubled;
  }

  /** Share of all 2ⁿ choices of signs whose positive ranks sum to w2 or more. */
  private static double exactTail(int[] doubled, int w2) {
    double[] share = new double[Arrays.stream(doubled).sum() + 1];
    share[0] = 1;
    int reached = 0;
    for (int rank : doubled) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2;
      }
    }
    return Math.min(1, Arrays.stream(share, w2, share.length).sum());
  }

  private static double normalTail(int[] doubled, int w2) {
    double mean = Arrays.stream(doubled).sum() / 4.0;
    double variance = Arrays.stream(doubled).mapToDouble(r -> r / 2.0 * r / 2.0).sum() / 4;
    double continuity = 0.5;
    return new NormalDistribution()
        .cumulativeProbability((mean - (w2 / 2.0 - continuity)) / Math.sqrt(variance));
  }
}
