package io.makerbench.flow;

import io.makerbench.random.RandomStream;

/**
 * Market orders that reach an exponential depth around a middle price that diffuses: the order flow
 * of Avellaneda and Stoikov. Buys and sells excite each other as a Hawkes process; without
 * excitement they are Poisson. An order that rests δ beyond the half-spread is reached at rate λ(t)
 * · e^(−kδ).
 *
 * @param buysPerSecond rate of buys that no order caused
 * @param sellsPerSecond rate of sells that no order caused
 * @param alphaSelfPerSecond jump of a side's intensity at an order of the same side
 * @param alphaCrossPerSecond jump of a side's intensity at an order of the other side
 * @param betaPerSecond decay of the jumps
 * @param spreadTicks distance of the best prices
 * @param decayPerTick k of the depth that orders reach
 * @param sigmaTicksPerSqrtSecond volatility of the middle price
 * @param sizes sizes of the orders
 */
public record MarketOrderModel(
    double buysPerSecond,
    double sellsPerSecond,
    double alphaSelfPerSecond,
    double alphaCrossPerSecond,
    double betaPerSecond,
    double spreadTicks,
    double decayPerTick,
    double sigmaTicksPerSqrtSecond,
    OrderSizes sizes)
    implements OrderFlowModel {
  public MarketOrderModel {
    if (!(buysPerSecond > 0
        && sellsPerSecond > 0
        && alphaSelfPerSecond >= 0
        && alphaCrossPerSecond >= 0
        && betaPerSecond > alphaSelfPerSecond + alphaCrossPerSecond
        && spreadTicks >= 0
        && decayPerTick > 0
        && sigmaTicksPerSqrtSecond >= 0)) {
      throw new IllegalArgumentException(
          "No stationary flow of market orders: buys %s, sells %s, alpha %s and %s, beta %s, spread"
                  .formatted(
                      buysPerSecond,
                      sellsPerSecond,
                      alphaSelfPerSecond,
                      alphaCrossPerSecond,
                      betaPerSecond)
              + " %s, decay %s, sigma %s"
                  .formatted(spreadTicks, decayPerTick, sigmaTicksPerSqrtSecond));
    }
  }

  /** A flow whose orders come independently of each other. */
  public static MarketOrderModel poisson(
      double buysPerSecond,
      double sellsPerSecond,
      double spreadTicks,
      double decayPerTick,
      double sigmaTicksPerSqrtSecond,
      OrderSizes sizes) {
    return new MarketOrderModel(
        buysPerSecond,
        sellsPerSecond,
        0,
        0,
        1,
        spreadTicks,
        decayPerTick,
        sigmaTicksPerSqrtSecond,
        sizes);
  }

  @Override
  public SimulatedFlow start(double mid, RandomStream random) {
    return new MarketOrderFlow(this, mid, random);
  }

  HawkesProcess arrivals(RandomStream random) {
    double[] mu = {buysPerSecond, sellsPerSecond};
    double[][] alpha = {
      {alphaSelfPerSecond, alphaCrossPerSecond}, {alphaCrossPerSecond, alphaSelfPerSecond}
    };
    return new HawkesProcess(mu, alpha, betaPerSecond, random);
  }
}
