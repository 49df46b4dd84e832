package io.makerbench.flow;

import io.makerbench.book.Ladder;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rates of limit orders, cancels and market orders by distance from the opposite best price, for
 * {@link ZeroIntelligenceModel}. The rate at which one order is cancelled is the size cancelled at
 * a distance over the size that rested there, integrated over time (sampled regularly): it needs no
 * count of orders, which books of levels do not have.
 */
final class RestingFlowEstimator implements FlowObserver {
  /** Distances looked at, ticks. */
  static final int DISTANCES = 100;

  private final long[] limits = new long[DISTANCES];
  private final double[] cancelled = new double[DISTANCES];
  private final double[] lotSeconds = new double[DISTANCES];
  private final ThinnedSample limitSizes = new ThinnedSample();
  private final ThinnedSample marketSizes = new ThinnedSample();
  private long cancels;

  @Override
  public void limit(double seconds, int side, int price, long lots, BookView before) {
    int index = index(side, price, before);
    if (index < DISTANCES) {
      limits[index]++;
      limitSizes.add(lots);
    }
  }

  @Override
  public void cancel(double seconds, int side, int price, long lots, BookView before) {
    int index = index(side, price, before);
    if (index < DISTANCES) {
      cancelled[index] += lots;
      cancels++;
    }
  }

  /** Prices that seem to cross, within one update of the book, count as the nearest distance. */
  private static int index(int side, int price, BookView book) {
    double distance = side == Ladder.BID ? book.bestAsk() - price : price - book.bestBid();
    return Math.max(0, (int) distance - 1);
  }

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    marketSizes.add(lots);
  }

  @Override
  public void sample(double seconds, BookView now) {
    int ask = (int) now.bestAsk();
    int bid = (int) now.bestBid();
    for (int i = 0; i < DISTANCES; i++) {
      long resting = now.size(Ladder.BID, ask - 1 - i) + now.size(Ladder.ASK, bid + 1 + i);
      lotSeconds[i] += resting * SAMPLE_SECONDS;
    }
  }

  /** Limit orders within the distances, both sides. */
  long limits() {
    return limitSizes.seen();
  }

  /** Cancels within the distances, both sides. */
  long cancels() {
    return cancels;
  }

  OrderSizes limitSizes() {
    return OrderSizes.of(limitSizes.values());
  }

  OrderSizes marketSizes() {
    return OrderSizes.of(marketSizes.values());
  }

  @Nullable LogNormalSizes logNormalLimitSizes() {
    return limitSizes.seen() == 0 ? null : LogNormalSizes.of(limitSizes.values());
  }

  @Nullable LogNormalSizes logNormalMarketSizes() {
    return marketSizes.seen() == 0 ? null : LogNormalSizes.of(marketSizes.values());
  }

  /** Rates by distance, nearest first. */
  List<DistanceRate> rates(double seconds) {
    return IntStream.range(0, DISTANCES)
        .mapToObj(i ->
            new DistanceRate(
                i + 1,
                Estimate.ofRate(limits[i], seconds).times(0.5),
                lotSeconds[i] > 0 ? cancelled[i] / lotSeconds[i] : Double.NaN,
                lotSeconds[i] / (2 * seconds)))
        .toList();
  }

  /** The model at the rates of an observation that saw orders of all three kinds. */
  ZeroIntelligenceModel model(double seconds) {
    double[] limitRates = new double[DISTANCES];
    double[] cancelRates = new double[DISTANCES];
    double allCancelled = 0;
    double allLotSeconds = 0;
    for (int i = 0; i < DISTANCES; i++) {
      allCancelled += cancelled[i];
      allLotSeconds += lotSeconds[i];
    }
    double prior = limitSizes.mean();
    double priorSeconds = prior * allLotSeconds / allCancelled;
    for (int i = 0; i < DISTANCES; i++) {
      limitRates[i] = limits[i] / (2 * seconds);
      cancelRates[i] = (cancelled[i] + prior) / (lotSeconds[i] + priorSeconds);
    }
    double markets = marketSizes.seen() / (2 * seconds);
    return new ZeroIntelligenceModel(limitRates, cancelRates, markets, limitSizes(), marketSizes());
  }
}
