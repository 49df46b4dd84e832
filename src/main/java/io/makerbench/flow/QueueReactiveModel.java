package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * Order flow that reacts to the queues at the best prices (Huang, Lehalle and Rosenbaum, 2015): the
 * rates of limit, cancel and market orders at a best price depend on the size of its queue alone,
 * and the price moves when a queue is empty. Queue sizes are told apart by powers of two: class c
 * holds 2^c … 2^(c+1) − 1 lots; both sides have the same rates.
 *
 * @param limitsPerSecond limit orders at a best price, by class of its queue
 * @param cancelsPerSecond cancels at a best price, by class of its queue
 * @param marketsPerSecond market orders against a best price, by class of its queue
 * @param limitSizes sizes of limit orders at the best prices
 * @param cancelSizes sizes of cancels at the best prices
 * @param marketSizes sizes of market orders
 * @param retreatedQueues sizes of a side's best queue after the one before it was emptied
 * @param advancedQueues sizes of a best queue that was opened in front of the one before it
 * @param spreadTicks distance of the best prices, which stays
 * @param moveProbability probability that both best prices move when a queue is empty; else a queue
 *     is opened again at the same price
 * @param meanMoveTicks mean of the distance they move, which is geometric and at least one tick
 */
public record QueueReactiveModel(
    double[] limitsPerSecond,
    double[] cancelsPerSecond,
    double[] marketsPerSecond,
    OrderSizes limitSizes,
    OrderSizes cancelSizes,
    OrderSizes marketSizes,
    OrderSizes retreatedQueues,
    OrderSizes advancedQueues,
    int spreadTicks,
    double moveProbability,
    double meanMoveTicks)
    implements OrderFlowModel {
  /** Classes of queue sizes; the last one has no upper end. */
  public static final int CLASSES = 24;

  public QueueReactiveModel {
    for (double[] rates : new double[][] {limitsPerSecond, cancelsPerSecond, marketsPerSecond}) {
      if (rates.length != CLASSES || Arrays.stream(rates).anyMatch(rate -> !(rate >= 0))) {
        throw new IllegalArgumentException(
            "Rates by queue size are " + CLASSES + " numbers from 0: " + Arrays.toString(rates));
      }
    }
    if (!(spreadTicks >= 1 && meanMoveTicks >= 1 && moveProbability >= 0 && moveProbability <= 1)) {
      throw new IllegalArgumentException(
          "No queue-reactive model: spread %s, move %s with probability %s"
              .formatted(spreadTicks, meanMoveTicks, moveProbability));
    }
  }

  /** Class of a queue of this size in lots, at least 1. */
  static int classOf(long lots) {
    return Math.min(CLASSES - 1, Long.SIZE - 1 - Long.numberOfLeadingZeros(lots));
  }

  @Override
  public SimulatedFlow start(double mid, RandomStream random) {
    return new QueueReactiveFlow(this, mid, random);
  }
}
