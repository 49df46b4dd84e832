package io.makerbench.flow;

import java.util.Arrays;
import java.util.List;

/** Models of every kind with round parameters. */
final class Models {
  private Models() {}

  static MarketOrderModel poisson() {
    return MarketOrderModel.poisson(3, 2, 1, 0.4, 2, OrderSizes.constant(5));
  }

  static MarketOrderModel hawkes() {
    OrderSizes sizes = new OrderSizes(new double[] {1, 2.5, 9});
    return new MarketOrderModel(1, 1.5, 2, 1, 6, 2, 0.5, 1.5, sizes);
  }

  static ZeroIntelligenceModel zeroIntelligence() {
    double[] limits = new double[20];
    double[] cancels = new double[20];
    Arrays.setAll(limits, i -> 4.0 / (1 + i / 4));
    Arrays.setAll(cancels, i -> 0.5 + 0.01 * i);
    OrderSizes sizes = new OrderSizes(new double[] {1, 3, 8});
    return new ZeroIntelligenceModel(limits, cancels, 1.5, sizes, sizes);
  }

  static QueueReactiveModel queueReactive() {
    double[] limits = new double[QueueReactiveModel.CLASSES];
    double[] cancels = new double[QueueReactiveModel.CLASSES];
    double[] markets = new double[QueueReactiveModel.CLASSES];
    Arrays.fill(limits, 6);
    Arrays.setAll(cancels, c -> 1.5 * c);
    Arrays.setAll(markets, c -> 3.0 / (1 + c));
    OrderSizes sizes = new OrderSizes(new double[] {1, 2, 4, 10});
    OrderSizes queues = new OrderSizes(new double[] {4, 8, 20});
    return new QueueReactiveModel(
        limits, cancels, markets, sizes, sizes, sizes, queues, queues, 1, 0.6, 1.5);
  }

  static List<OrderFlowModel> all() {
    return List.of(poisson(), hawkes(), zeroIntelligence(), queueReactive());
  }

  /** Whether an interval holds a value. */
  static boolean covers(Estimate estimate, double value) {
    return estimate.low() <= value && value <= estimate.high();
  }
}
