package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * Order flow without intelligence (Smith, Farmer, Gillemot and Krishnamurthy, 2003): limit orders
 * arrive at every distance from the opposite best price, resting orders are cancelled, market
 * orders take the best, all at constant rates, and a matching engine makes the prices of it. Arrays
 * hold one rate a distance: 1, 2, 3 … ticks from the opposite best price; orders beyond the last
 * one are cancelled at its rate.
 *
 * @param limitsPerSecond limit orders of one side, by distance
 * @param cancelsPerSecond rate at which one resting order is cancelled, by distance; positive
 * @param marketsPerSecond market orders of one side
 * @param limitSizes sizes of limit orders
 * @param marketSizes sizes of market orders
 */
public record ZeroIntelligenceModel(
    double[] limitsPerSecond,
    double[] cancelsPerSecond,
    double marketsPerSecond,
    OrderSizes limitSizes,
    OrderSizes marketSizes)
    implements OrderFlowModel {
  /** Orders that may rest on average; more come from rates of cancels near zero. */
  private static final double MOST_ORDERS = 1e6;

  public ZeroIntelligenceModel {
    int distances = limitsPerSecond.length;
    boolean wrong =
        distances == 0
            || cancelsPerSecond.length != distances
            || !(marketsPerSecond >= 0)
            || Arrays.stream(limitsPerSecond).anyMatch(rate -> !(rate >= 0))
            || Arrays.stream(cancelsPerSecond).anyMatch(rate -> !(rate > 0));
    if (wrong || !(restingOrders(limitsPerSecond, cancelsPerSecond) < MOST_ORDERS)) {
      throw new IllegalArgumentException(
          "No zero-intelligence model: limits %s, cancels %s, markets %s"
              .formatted(
                  Arrays.toString(limitsPerSecond),
                  Arrays.toString(cancelsPerSecond),
                  marketsPerSecond));
    }
  }

  private static double restingOrders(double[] limits, double[] cancels) {
    double orders = 0;
    for (int i = 0; i < limits.length; i++) {
      orders += limits[i] / cancels[i];
    }
    return orders;
  }

  @Override
  public SimulatedFlow start(double mid, RandomStream random) {
    return new ZeroIntelligenceFlow(this, mid, random);
  }
}
