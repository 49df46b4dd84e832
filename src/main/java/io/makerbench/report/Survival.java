package io.makerbench.report;

import java.util.Arrays;

/** The share of a sample that lies beyond a value, as a line for logarithmic axes. */
final class Survival {
  private static final int MOST_POINTS = 400;

  private Survival() {}

  /**
   * @param from first value shown, positive
   * @param leastShare shares below this are left out
   */
  static Points of(double[] sample, double from, double leastShare) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double[] x = new double[MOST_POINTS + 1];
    double[] y = new double[MOST_POINTS + 1];
    double factor = n == 0 ? 1 : Math.pow(Math.max(1, sorted[n - 1] / from), 1.0 / MOST_POINTS);
    int kept = 0;
    int below = 0;
    double at = from;
    for (int i = 0; i <= MOST_POINTS; i++, at *= factor) {
      while (below < n && sorted[below] <= at) {
        below++;
      }
      double share = n == 0 ? 0 : (double) (n - below) / n;
      if (share >= leastShare) {
        x[kept] = at;
        y[kept++] = share;
      }
    }
    return new Points(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
  }
}
