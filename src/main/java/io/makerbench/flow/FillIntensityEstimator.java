package io.makerbench.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts market orders by how far they reached: beyond the best price for the fit, and from the
 * middle for the picture. A depth is at risk all the time, as an order that is kept there would be.
 *
 * <p>The fit is a log-linear regression of the counts by whole ticks beyond the best price, which
 * are independent of each other, unlike the rates of reaching at least a depth.
 */
final class FillIntensityEstimator implements FlowObserver {
  private static final int DEPTHS = 2048;
  private static final int SHOWN_DEPTHS = 100;
  private static final double SHARE_FITTED = 0.99;
  private static final int FEWEST_ORDERS = 20;
  private static final int FEWEST_DEPTHS = 3;

  private final long[] beyondBest = new long[DEPTHS];
  private final long[] fromMid = new long[DEPTHS];
  private long orders;
  private double spreads;

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    if (sign == 0) {
      return;
    }
    double best = sign > 0 ? before.bestAsk() : before.bestBid();
    beyondBest[depth(sign * (farthest - best))]++;
    fromMid[depth(2 * sign * (farthest - before.mid()))]++;
    spreads += before.bestAsk() - before.bestBid();
    orders++;
  }

  private static int depth(double ticks) {
    return (int) Math.clamp(Math.floor(ticks + 1e-9), 0, DEPTHS - 1);
  }

  /** The intensity on one side, over both; null where too few orders came, or none went deep. */
  @Nullable FillIntensity estimate(double seconds) {
    if (orders < FEWEST_ORDERS || beyondBest[0] == orders) {
      return null;
    }
    LogLinearFit fit = LogLinearFit.of(Arrays.copyOf(beyondBest, fittedDepths()));
    double k = fit.decay();
    if (!(k > 0)) {
      return null;
    }
    double spread = spreads / orders;
    double perSide = orders / (2 * seconds);
    double logA = StrictMath.log(perSide) + k * spread / 2;
    double variance = fit.overdispersion() / orders + square(spread / 2 * fit.decayError());
    return new FillIntensity(
        Estimate.ofLog(logA, StrictMath.sqrt(variance)),
        Estimate.normal(k, fit.decayError()),
        spread,
        fit.overdispersion(),
        reached(seconds));
  }

  private static double square(double x) {
    return x * x;
  }

  /** Depths that all but the farthest hundredth of the orders stayed within. */
  private int fittedDepths() {
    long within = 0;
    int depths = 0;
    while (within < SHARE_FITTED * orders && depths < DEPTHS) {
      within += beyondBest[depths++];
    }
    return Math.max(FEWEST_DEPTHS, depths);
  }

  private double[] reached(double seconds) {
    double[] reached = new double[SHOWN_DEPTHS];
    long beyond = orders;
    for (int i = 0; i < SHOWN_DEPTHS; i++) {
      reached[i] = beyond / (2 * seconds);
      beyond -= fromMid[i];
    }
    return reached;
  }
}
