package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.flow.MarketOrderModel;
import io.makerbench.flow.OrderFlowModel;
import io.makerbench.flow.OrderSizes;
import io.makerbench.flow.QueueReactiveModel;
import io.makerbench.flow.ZeroIntelligenceModel;
import java.util.Arrays;

/** The model of order flow that a configuration describes; its orders are one lot each. */
final class FlowModelChoice {
  private static final OrderSizes ONE_LOT = OrderSizes.constant(1);
  private static final double MOVE_PROBABILITY = 0.7;

  private final AnalyticConfig config;
  private final FlowConfig flow;

  private FlowModelChoice(AnalyticConfig config) {
    this.config = config;
    flow = config.flow();
  }

  /**
   * The model of a configuration.
   *
   * @throws InputException naming the keys that describe none
   */
  static OrderFlowModel of(AnalyticConfig config) {
    FlowModelChoice choice = new FlowModelChoice(config);
    try {
      return switch (config.model()) {
        case POISSON -> choice.marketOrders(0, 0);
        case HAWKES -> choice.marketOrders(choice.flow.alphaSelf(), choice.flow.alphaCross());
        case ZERO_INTELLIGENCE -> choice.zeroIntelligence();
        case QUEUE_REACTIVE -> choice.queueReactive();
        case AVELLANEDA_STOIKOV ->
            throw new IllegalStateException("This model is not simulated order by order");
      };
    } catch (IllegalArgumentException e) {
      throw new InputException("flow describes no model: " + e.getMessage(), e);
    }
  }

  /** Excited or not, a side has A market orders per time on average. */
  private MarketOrderModel marketOrders(double alphaSelf, double alphaCross) {
    double mu = config.a() * (1 - (alphaSelf + alphaCross) / flow.beta());
    return new MarketOrderModel(
        mu,
        mu,
        alphaSelf,
        alphaCross,
        flow.beta(),
        0,
        config.k() * flow.tickSize(),
        config.sigma() / flow.tickSize(),
        ONE_LOT);
  }

  private ZeroIntelligenceModel zeroIntelligence() {
    double[] limits = new double[flow.levels()];
    double[] cancels = new double[flow.levels()];
    Arrays.fill(limits, flow.limitRate());
    Arrays.fill(cancels, flow.cancelRate());
    return new ZeroIntelligenceModel(limits, cancels, flow.marketRate(), ONE_LOT, ONE_LOT);
  }

  private QueueReactiveModel queueReactive() {
    double[] limits = new double[QueueReactiveModel.CLASSES];
    double[] cancels = new double[QueueReactiveModel.CLASSES];
    double[] markets = new double[QueueReactiveModel.CLASSES];
    Arrays.fill(limits, flow.limitRate());
    Arrays.setAll(cancels, c -> flow.cancelRate() * StrictMath.pow(2, c));
    Arrays.fill(markets, flow.marketRate());
    OrderSizes queues =
        OrderSizes.constant(Math.max(1, Math.round(flow.limitRate() / flow.cancelRate())));
    return new QueueReactiveModel(
        limits,
        cancels,
        markets,
        ONE_LOT,
        ONE_LOT,
        ONE_LOT,
        queues,
        ONE_LOT,
        1,
        MOVE_PROBABILITY,
        1);
  }
}
