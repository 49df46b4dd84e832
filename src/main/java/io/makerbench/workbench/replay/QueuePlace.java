package io.makerbench.workbench.replay;

import io.makerbench.env.Side;

/**
 * Where an own order stands in its queue.
 *
 * @param tick its price in ticks
 * @param ahead quantity before it; NaN when unknown
 * @param level quantity that rests at its price without it
 */
record QueuePlace(int tick, double ahead, double level) {
  /** The place of the order of a side at an instant; {@code ahead} is NaN where there is none. */
  static QueuePlace of(ReplayData data, Moment now, Side side, long cursorNs) {
    double price = side == Side.BUY ? now.ownBid() : now.ownAsk();
    if (Double.isNaN(price)) {
      return new QueuePlace(0, Double.NaN, 0);
    }
    int tick = (int) Math.round(data.ticks(price));
    double level = data.instrument().size(Math.round(data.depth().sizeAt(tick, cursorNs)));
    return new QueuePlace(tick, side == Side.BUY ? now.bidAhead() : now.askAhead(), level);
  }

  boolean known() {
    return !Double.isNaN(ahead);
  }

  /** Share of the level that is served first: 0 at the front, 1 at the back. */
  double share() {
    return level <= 0 ? 0 : Math.min(1, ahead / level);
  }
}
