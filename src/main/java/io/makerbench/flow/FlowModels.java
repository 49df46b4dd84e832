package io.makerbench.flow;

import org.jspecify.annotations.Nullable;

/**
 * Calibrated models; null where a tape did not show what one is made of.
 *
 * @param poisson market orders that come independently
 * @param hawkes market orders that excite each other
 * @param zeroIntelligence limit, market and cancel orders at constant rates
 * @param queueReactive orders at rates that depend on the best queues
 */
public record FlowModels(
    @Nullable MarketOrderModel poisson,
    @Nullable MarketOrderModel hawkes,
    @Nullable ZeroIntelligenceModel zeroIntelligence,
    @Nullable QueueReactiveModel queueReactive) {
  /** A model by name; null where it could not be calibrated. */
  public @Nullable OrderFlowModel model(FlowModelName name) {
    return switch (name) {
      case POISSON -> poisson;
      case HAWKES -> hawkes;
      case ZERO_INTELLIGENCE -> zeroIntelligence;
      case QUEUE_REACTIVE -> queueReactive;
    };
  }
}
