package io.makerbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts models together from estimates, and notes why one cannot be. */
final class CalibratedModels {
  private static final String FEW_ORDERS =
      "the tape holds too few market orders of known side, or all of them reached equally far";
  private static final String NO_LEVELS = "the tape holds no updates of book levels";

  private final FlowRecord record;
  private final double seconds;
  private final double sigma;
  private final @Nullable FillIntensity reach;
  private final List<String> notes = new ArrayList<>();

  CalibratedModels(FlowRecord record, double seconds, double sigma, @Nullable FillIntensity reach) {
    this.record = record;
    this.seconds = seconds;
    this.sigma = sigma;
    this.reach = reach;
  }

  /** The models wanted, as far as the record allows. */
  FlowModels models(
      Set<FlowModelName> wanted, Estimate buys, Estimate sells, @Nullable MutualHawkesFit fit) {
    return new FlowModels(
        wanted.contains(FlowModelName.POISSON) ? poisson(buys, sells) : null,
        wanted.contains(FlowModelName.HAWKES) ? hawkes(fit) : null,
        wanted.contains(FlowModelName.ZERO_INTELLIGENCE) ? zeroIntelligence() : null,
        wanted.contains(FlowModelName.QUEUE_REACTIVE) ? queueReactive() : null);
  }

  /** Why models are missing. */
  List<String> notes() {
    return notes;
  }

  private <T> @Nullable T missing(FlowModelName name, String why) {
    notes.add("No %s: %s.".formatted(name, why));
    return null;
  }

  private @Nullable MarketOrderModel poisson(Estimate buys, Estimate sells) {
    if (reach == null || Double.isNaN(sigma) || buys.value() == 0 || sells.value() == 0) {
      return missing(FlowModelName.POISSON, FEW_ORDERS);
    }
    return MarketOrderModel.poisson(
        buys.value(),
        sells.value(),
        2 * reach.nearestTicks(),
        reach.kPerTick().value(),
        sigma,
        record.resting.marketSizes());
  }

  private @Nullable MarketOrderModel hawkes(@Nullable MutualHawkesFit fit) {
    if (reach == null || fit == null || Double.isNaN(sigma)) {
      return missing(FlowModelName.HAWKES, FEW_ORDERS);
    }
    MutualHawkes p = fit.process();
    if (p.branching() >= 1) {
      return missing(
          FlowModelName.HAWKES,
          "the likeliest process explodes, with a branching ratio of " + p.branching());
    }
    return new MarketOrderModel(
        p.buysPerSecond(),
        p.sellsPerSecond(),
        p.alphaSelfPerSecond(),
        p.alphaCrossPerSecond(),
        p.betaPerSecond(),
        2 * reach.nearestTicks(),
        reach.kPerTick().value(),
        sigma,
        record.resting.marketSizes());
  }

  private @Nullable ZeroIntelligenceModel zeroIntelligence() {
    return record.resting.limits() == 0 || record.resting.cancels() == 0
        ? missing(FlowModelName.ZERO_INTELLIGENCE, NO_LEVELS)
        : record.resting.model(seconds);
  }

  private @Nullable QueueReactiveModel queueReactive() {
    return !record.queues.complete() || Double.isNaN(sigma)
        ? missing(FlowModelName.QUEUE_REACTIVE, NO_LEVELS)
        : record.queues.model(seconds, sigma);
  }
}
