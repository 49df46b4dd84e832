package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * A distribution of order sizes as the means of equally many orders each, smallest first: the whole
 * shape and the exact mean in a few numbers.
 *
 * @param meanLotsOfSlice mean size of each slice, lots, ascending
 */
public record OrderSizes(double[] meanLotsOfSlice) {
  private static final int SLICES = 200;

  public OrderSizes {
    if (meanLotsOfSlice.length == 0) {
      throw new IllegalArgumentException("A distribution of sizes needs a size.");
    }
  }

  /** Every order has this size. */
  public static OrderSizes constant(long lots) {
    return new OrderSizes(new double[] {lots});
  }

  /** The distribution of a sample, which must not be empty. */
  static OrderSizes of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int slices = Math.min(SLICES, sorted.length);
    double[] means = new double[slices];
    for (int s = 0; s < slices; s++) {
      int from = (int) ((long) s * sorted.length / slices);
      int to = (int) ((long) (s + 1) * sorted.length / slices);
      means[s] = Arrays.stream(sorted, from, to).average().orElseThrow();
    }
    return new OrderSizes(means);
  }

  /** Mean size, lots. */
  public double mean() {
    return Arrays.stream(meanLotsOfSlice).average().orElseThrow();
  }

  /** A size, at least one lot; fractions of a lot are rounded by chance so that the mean stays. */
  long draw(RandomStream random) {
    double size = meanLotsOfSlice[random.nextInt(meanLotsOfSlice.length)];
    long whole = (long) size;
    return Math.max(1, random.nextDouble() < size - whole ? whole + 1 : whole);
  }
}
