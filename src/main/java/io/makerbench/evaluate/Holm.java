package io.makerbench.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values of several tests asked at once, so that the chance of any false alarm among
 * them stays at the level of one (Holm, 1979).
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusted p-values, in the order given: the k-th smallest of m times m − k + 1, at least as
   * large as those before it and at most 1. NaN stays NaN and counts for no test.
   */
  public static double[] adjusted(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = p.clone();
    double largest = 0;
    for (int k = 0; k < order.length; k++) {
      largest = Math.max(largest, Math.min(1, p[order[k]] * (order.length - k)));
      adjusted[order[k]] = largest;
    }
    return adjusted;
  }
}
