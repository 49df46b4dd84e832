package io.makerbench.evaluate;

import java.util.Arrays;

/** Robust summaries of scores over runs (Agarwal et al., 2021). */
public final class Scores {
  private static final double TRIMMED_SHARE = 0.25;

  private Scores() {}

  /** Mean without the lowest and the highest quarter (rounded down); NaN without scores. */
  public static double interquartileMean(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    int cut = (int) (TRIMMED_SHARE * sorted.length);
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(Double.NaN);
  }

  /**
   * Probability that a score of the first is larger than one of the second, ties counted half:
   * Mann–Whitney's U over the number of pairs. NaN when either has no scores.
   */
  public static double probabilityOfImprovement(double[] first, double[] second) {
    double wins = 0;
    for (double x : first) {
      for (double y : second) {
        wins += x > y ? 1 : x == y ? 0.5 : 0;
      }
    }
    return wins / ((double) first.length * second.length);
  }
}
