package io.makerbench.flow;

import io.makerbench.book.Ladder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rates of orders at the best prices by class of the queue's size, both sides together, and what
 * follows when a best price goes away, for {@link QueueReactiveModel}. Changes of one update of the
 * book count as one event each.
 */
final class QueueEstimator implements FlowObserver {
  private static final int CLASSES = QueueReactiveModel.CLASSES;

  private final double[] seconds = new double[CLASSES];
  private final long[] limits = new long[CLASSES];
  private final long[] cancels = new long[CLASSES];
  private final long[] markets = new long[CLASSES];
  private final ThinnedSample limitSizes = new ThinnedSample();
  private final ThinnedSample cancelSizes = new ThinnedSample();
  private final ThinnedSample marketSizes = new ThinnedSample();
  private final ThinnedSample retreatedQueues = new ThinnedSample();
  private final ThinnedSample advancedQueues = new ThinnedSample();
  private final ThinnedSample spreads = new ThinnedSample();
  private final ThinnedSample moves = new ThinnedSample();
  private final double[] best = {Double.NaN, Double.NaN};
  private final long[] queue = new long[2];
  private double last = Double.NaN;

  private boolean atBest(int side, int price) {
    return price == best[side] && queue[side] > 0;
  }

  @Override
  public void limit(double at, int side, int price, long lots, BookView before) {
    if (atBest(side, price)) {
      limits[QueueReactiveModel.classOf(queue[side])]++;
      limitSizes.add(lots);
    }
  }

  @Override
  public void cancel(double at, int side, int price, long lots, BookView before) {
    if (atBest(side, price)) {
      cancels[QueueReactiveModel.classOf(queue[side])]++;
      cancelSizes.add(lots);
    }
  }

  @Override
  public void trade(double at, int sign, double farthest, long lots, BookView before) {
    int side = sign > 0 ? Ladder.ASK : Ladder.BID;
    if (sign != 0 && queue[side] > 0) {
      markets[QueueReactiveModel.classOf(queue[side])]++;
      marketSizes.add(lots);
    }
  }

  @Override
  public void state(double at, BookView now) {
    for (int side = 0; side < 2; side++) {
      if (queue[side] > 0 && at > last) {
        seconds[QueueReactiveModel.classOf(queue[side])] += at - last;
      }
      double price = side == Ladder.BID ? now.bestBid() : now.bestAsk();
      long size = now.size(side, (int) price);
      compare(side, price, size);
      best[side] = price;
      queue[side] = size;
    }
    last = at;
  }

  private void compare(int side, double price, long size) {
    double away = side == Ladder.BID ? best[side] - price : price - best[side];
    if (away > 0 && size > 0) {
      moves.add(away);
      retreatedQueues.add(size);
    } else if (away < 0 && size > 0) {
      advancedQueues.add(size);
    }
  }

  @Override
  public void sample(double at, BookView now) {
    spreads.add(now.bestAsk() - now.bestBid());
  }

  /** Whether everything the model is made of was seen. */
  boolean complete() {
    return limitSizes.seen() > 0
        && cancelSizes.seen() > 0
        && marketSizes.seen() > 0
        && moves.seen() > 0
        && advancedQueues.seen() > 0;
  }

  /** The rates of every class that was seen, smallest queues first. */
  List<QueueRate> rates() {
    return IntStream.range(0, CLASSES)
        .filter(c -> seconds[c] > 0)
        .mapToObj(c ->
            new QueueRate(
                1L << c,
                seconds[c],
                Estimate.ofRate(limits[c], seconds[c]),
                Estimate.ofRate(cancels[c], seconds[c]),
                Estimate.ofRate(markets[c], seconds[c])))
        .toList();
  }

  /**
   * The model of a complete observation. Prices move at an empty queue just so often that the
   * middle price has the measured volatility.
   */
  QueueReactiveModel model(double length, double sigmaTicksPerSqrtSecond) {
    double mean = moves.mean();
    double square = 2 * mean * mean - mean;
    double variance = sigmaTicksPerSqrtSecond * sigmaTicksPerSqrtSecond * length;
    double moveProbability = Math.min(1, variance / (moves.seen() * square));
    return new QueueReactiveModel(
        rates(limits),
        rates(cancels),
        rates(markets),
        OrderSizes.of(limitSizes.values()),
        OrderSizes.of(cancelSizes.values()),
        OrderSizes.of(marketSizes.values()),
        OrderSizes.of(retreatedQueues.values()),
        OrderSizes.of(advancedQueues.values()),
        Math.max(1, (int) Math.round(Sample.median(spreads.values()))),
        moveProbability,
        mean);
  }

  private double[] rates(long[] counts) {
    double[] rates = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      rates[c] = seconds[c] > 0 ? counts[c] / seconds[c] : 0;
    }
    return rates;
  }
}
