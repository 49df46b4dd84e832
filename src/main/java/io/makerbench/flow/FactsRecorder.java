package io.makerbench.flow;

import io.makerbench.book.Ladder;
import java.util.Arrays;

/** Collects the stylised facts of a flow in bounded memory. */
final class FactsRecorder implements FlowObserver {
  private static final int SAMPLES_A_RETURN = (int) Math.round(1 / SAMPLE_SECONDS);

  private final BoundedSeries returns = new BoundedSeries();
  private final BoundedSeries spreads = new BoundedSeries();
  private final BoundedSeries gaps = new BoundedSeries();
  private final BoundedSeries signs = new BoundedSeries();
  private final BoundedSeries lots = new BoundedSeries();
  private final double[] depth = new double[StylisedFacts.DEPTHS];
  private long samples;
  private long depthSamples;
  private long limits;
  private long cancels;
  private double lastMid;
  private double lastTrade = Double.NaN;

  @Override
  public void limit(double seconds, int side, int price, long size, BookView before) {
    limits += near(side, price, before) ? 1 : 0;
  }

  @Override
  public void cancel(double seconds, int side, int price, long size, BookView before) {
    cancels += near(side, price, before) ? 1 : 0;
  }

  private static boolean near(int side, int price, BookView book) {
    double behind = side == Ladder.BID ? book.bestBid() - price : price - book.bestAsk();
    return behind < StylisedFacts.NEAR_TICKS;
  }

  @Override
  public void trade(double seconds, int sign, double farthest, long size, BookView before) {
    if (!Double.isNaN(lastTrade)) {
      gaps.add(Math.max(0, seconds - lastTrade));
    }
    lastTrade = seconds;
    lots.add(size);
    if (sign != 0) {
      signs.add(sign);
    }
  }

  @Override
  public void sample(double seconds, BookView now) {
    spreads.add(now.bestAsk() - now.bestBid());
    if (samples % SAMPLES_A_RETURN == 0) {
      if (samples > 0) {
        returns.add(now.mid() - lastMid);
      }
      lastMid = now.mid();
      addDepth(now);
    }
    samples++;
  }

  private void addDepth(BookView now) {
    int bid = (int) now.bestBid();
    int ask = (int) now.bestAsk();
    for (int i = 0; i < depth.length; i++) {
      depth[i] += (now.size(Ladder.BID, bid - i) + now.size(Ladder.ASK, ask + i)) / 2.0;
    }
    depthSamples++;
  }

  /** The facts after an observation of this length. */
  StylisedFacts facts(double seconds) {
    double[] changes = returns.values();
    int lags = StylisedFacts.LAGS;
    return new StylisedFacts(
        seconds,
        lots.seen() / seconds,
        limits / seconds,
        cancels / seconds,
        changes,
        spreads.values(),
        gaps.values(),
        lots.values(),
        Sample.kurtosis(changes),
        Sample.autocorrelation(changes, lags),
        Sample.autocorrelation(Arrays.stream(changes).map(Math::abs).toArray(), lags),
        Sample.autocorrelation(signs.values(), lags),
        Arrays.stream(depth).map(sum -> sum / depthSamples).toArray());
  }
}
