package io.makerbench.evaluate;

import io.makerbench.env.Episode;

/**
 * What the market was like in a window.
 *
 * @param window name of the window
 * @param volatility root of the sum of squared changes of ln mid from tick to tick, over the root
 *     of the time, bps/√s
 * @param spread time average of best ask − best bid over mid, bps
 * @param drift change of the mid from the first tick to the last, bps
 */
public record MarketState(String window, double volatility, double spread, double drift) {
  private static final double BPS = 1e4;
  private static final double NS_PER_SECOND = 1e9;

  /** Measures a window by any episode in it; figures of a single tick are NaN. */
  public static MarketState of(Episode e) {
    double squares = 0;
    double spreads = 0;
    double time = 0;
    for (int i = 0; i + 1 < e.ticks(); i++) {
      double change = Math.log(e.mid()[i + 1] / e.mid()[i]);
      double weight = e.timeNs()[i + 1] - e.timeNs()[i];
      squares += change * change;
      spreads += weight * (e.bestAsk()[i] - e.bestBid()[i]) / e.mid()[i];
      time += weight;
    }
    double last = e.ticks() == 0 ? Double.NaN : e.mid()[e.ticks() - 1] / e.mid()[0];
    return new MarketState(
        e.window(),
        BPS * Math.sqrt(squares / (time / NS_PER_SECOND)),
        BPS * spreads / time,
        BPS * (last - 1));
  }
}
