package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.flow.CalibrationFile;
import io.makerbench.flow.FlowModelName;
import io.makerbench.flow.MarketOrderModel;
import io.makerbench.flow.OrderFlowModel;
import io.makerbench.flow.OrderSizes;
import io.makerbench.flow.QueueReactiveModel;
import io.makerbench.flow.ZeroIntelligenceModel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The model of order flow that a configuration names by a calibration, or describes; the orders of
 * one that is described are one lot each.
 */
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
    FlowModelName name =
        switch (config.model()) {
          case POISSON -> FlowModelName.POISSON;
          case HAWKES -> FlowModelName.HAWKES;
          case ZERO_INTELLIGENCE -> FlowModelName.ZERO_INTELLIGENCE;
          case QUEUE_REACTIVE -> FlowModelName.QUEUE_REACTIVE;
          case AVELLANEDA_STOIKOV ->
              throw new IllegalStateException("This model is not simulated order by order");
        };
    String calibration = config.flow().calibration();
    return calibration == null
        ? new FlowModelChoice(config).described(name)
        : calibrated(Path.of(calibration), name);
  }

  private static OrderFlowModel calibrated(Path file, FlowModelName name) {
    OrderFlowModel model = CalibrationFile.models(file).model(name);
    if (model == null) {
      throw new InputException(
          "flow.calibration: %s holds no model %s; calibrate it with --model %s."
              .formatted(file, name, name));
    }
    return model;
  }

  private OrderFlowModel described(FlowModelName name) {
    try {
      return switch (name) {
        case POISSON -> marketOrders(0, 0);
        case HAWKES -> marketOrders(flow.alphaSelf(), flow.alphaCross());
        case ZERO_INTELLIGENCE -> zeroIntelligence();
        case QUEUE_REACTIVE -> queueReactive();
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
