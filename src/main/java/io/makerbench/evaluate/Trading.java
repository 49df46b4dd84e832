package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;

/**
 * Counts and sums over the fills and quotes of an episode. The square-off counts as a fill.
 *
 * @param fills executions
 * @param buys executions that bought
 * @param sells executions that sold
 * @param volume quantity executed, base currency
 * @param turnover value executed, quote currency
 * @param makerFills executions of resting orders
 * @param makerVolume quantity executed while resting, base currency
 * @param refusals own requests the exchange did not take
 * @param quotes own orders seen to become active: ticks and sides at which an own price appeared or
 *     changed
 */
public record Trading(
    int fills,
    int buys,
    int sells,
    double volume,
    double turnover,
    int makerFills,
    double makerVolume,
    int refusals,
    int quotes) {
  /** Counts over an episode. */
  public static Trading of(Episode episode) {
    int buys = 0;
    int makerFills = 0;
    double volume = 0;
    double turnover = 0;
    double makerVolume = 0;
    for (Fill fill : episode.fills()) {
      buys += fill.side() == Side.BUY ? 1 : 0;
      makerFills += fill.maker() ? 1 : 0;
      volume += fill.quantity();
      turnover += fill.quantity() * episode.contract().value(fill.price());
      makerVolume += fill.maker() ? fill.quantity() : 0;
    }
    int fills = episode.fills().size();
    int quotes = appearances(episode.ownBid()) + appearances(episode.ownAsk());
    return new Trading(
        fills,
        buys,
        fills - buys,
        volume,
        turnover,
        makerFills,
        makerVolume,
        episode.refusals(),
        quotes);
  }

  private static int appearances(double[] price) {
    int count = 0;
    double before = Double.NaN;
    for (double now : price) {
      count += !Double.isNaN(now) && now != before ? 1 : 0;
      before = now;
    }
    return count;
  }

  /** Share of the volume executed while resting; NaN without fills. */
  public double makerShare() {
    return makerVolume / volume;
  }
}
