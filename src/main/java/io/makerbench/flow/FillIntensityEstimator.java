package io.makerbench.flow;

import org.jspecify.annotations.Nullable;

/**
 * Counts market orders by how far from the middle price they reached. A depth is at risk all the
 * time, as an order that is kept there would be.
 *
 * <p>The fit is a log-linear regression of the orders that end within each tick of depth, whose
 * counts are independent of each other, unlike the rates of reaching at least a depth. It goes from
 * the depth that 90 % of the orders reach, usually half of the least spread, to the one that 99 %
 * stay within. Nearer ones met a book that the recording shows too late, or hidden orders.
 */
final class FillIntensityEstimator implements FlowObserver {
  private static final int HALF_TICKS = 1 << 16;
  private static final int SHOWN_DEPTHS = 100;
  private static final double NEAREST = 0.1;
  private static final double FARTHEST = 0.99;
  private static final int FEWEST_ORDERS = 20;
  private static final int FEWEST_DEPTHS = 3;

  private final long[] ended = new long[HALF_TICKS];
  private long orders;

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    if (sign != 0) {
      double halfTicks = 2 * sign * (farthest - before.mid());
      ended[(int) Math.clamp(Math.floor(halfTicks + 1e-9), 0, HALF_TICKS - 1)]++;
      orders++;
    }
  }

  /**
   * The intensity on one side, over both; null where too few orders came, or all went equally far.
   */
  @Nullable FillIntensity estimate(double seconds) {
    int from = depthOf(NEAREST);
    int ticks = (depthOf(FARTHEST) - from) / 2 + 1;
    if (orders < FEWEST_ORDERS || ticks < 2) {
      return null;
    }
    long[] counts = countsByTick(from, Math.max(FEWEST_DEPTHS, ticks));
    LogLinearFit fit = LogLinearFit.of(counts);
    double k = fit.decay();
    if (!(k > 0)) {
      return null;
    }
    double nearest = from / 2.0;
    long reaching = reaching(from);
    double logA = StrictMath.log(reaching / (2 * seconds)) + k * nearest;
    double slope = nearest * fit.decayError();
    double variance = fit.overdispersion() / reaching + slope * slope;
    return new FillIntensity(
        Estimate.ofLog(logA, StrictMath.sqrt(variance)),
        Estimate.normal(k, fit.decayError()),
        nearest,
        fit.overdispersion(),
        reached(seconds));
  }

  /** Half-ticks within which this share of the orders ended, or a little more. */
  private int depthOf(double share) {
    long within = ended[0];
    int depth = 0;
    while (within <= share * orders && depth < HALF_TICKS - 1) {
      within += ended[++depth];
    }
    return depth;
  }

  private long[] countsByTick(int from, int ticks) {
    long[] counts = new long[ticks];
    for (int half = 0; half < 2 * ticks && from + half < HALF_TICKS; half++) {
      counts[half / 2] += ended[from + half];
    }
    return counts;
  }

  private long reaching(int depth) {
    long reaching = orders;
    for (int half = 0; half < depth; half++) {
      reaching -= ended[half];
    }
    return reaching;
  }

  private double[] reached(double seconds) {
    double[] reached = new double[SHOWN_DEPTHS];
    for (int half = 0; half < SHOWN_DEPTHS; half++) {
      reached[half] = reaching(half) / (2 * seconds);
    }
    return reached;
  }
}
