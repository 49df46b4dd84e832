package io.makerbench.flow;

import io.makerbench.random.RandomStream;

/** Parameters of a model of order flow, from which markets of it are started. */
public sealed interface OrderFlowModel
    permits MarketOrderModel, ZeroIntelligenceModel, QueueReactiveModel {
  /**
   * Starts a market.
   *
   * @param mid first middle price, ticks
   */
  SimulatedFlow start(double mid, RandomStream random);
}
