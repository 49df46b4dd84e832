package io.makerbench.workbench.replay;

/**
 * The book around a price at an instant, a row a price from the top down. Arrays have one entry a
 * row.
 *
 * @param topTick price of the first row, in ticks
 * @param bidLots lots resting to buy
 * @param askLots lots resting to sell
 * @param tradedLots lots traded in the last {@link #RECENT_NS}
 * @param ownBid row of the own bid; −1 when it is not among the rows
 * @param ownAsk row of the own ask; −1 when it is not among the rows
 * @param lastTrade row of the last trade; −1 when it is not among the rows
 * @param lastSign who took in the last trade: +1 bought, −1 sold, 0 unknown
 */
record Ladder(
    int topTick,
    float[] bidLots,
    float[] askLots,
    float[] tradedLots,
    int ownBid,
    int ownAsk,
    int lastTrade,
    int lastSign) {
  static final long RECENT_NS = 60_000_000_000L;

  static Ladder at(ReplayData data, long cursorNs, int topTick, int rows) {
    Moment now = Moment.at(data.episode(), cursorNs);
    float[] bids = new float[rows];
    float[] asks = new float[rows];
    double mid = data.ticks(now.mid());
    for (int row = 0; row < rows; row++) {
      int tick = topTick - row;
      (tick < mid ? bids : asks)[row] = data.depth().sizeAt(tick, cursorNs);
    }
    TradePrints trades = data.trades();
    int last = Series.lastAtOrBefore(trades.timeNs(), cursorNs);
    return new Ladder(
        topTick,
        bids,
        asks,
        traded(trades, last, cursorNs - RECENT_NS, topTick, rows),
        row(data.ticks(now.ownBid()), topTick, rows),
        row(data.ticks(now.ownAsk()), topTick, rows),
        last < 0 ? -1 : row(trades.tick()[last], topTick, rows),
        last < 0 ? 0 : trades.takerSign()[last]);
  }

  private static float[] traded(TradePrints trades, int last, long sinceNs, int topTick, int rows) {
    float[] lots = new float[rows];
    for (int i = last; i >= 0 && trades.timeNs()[i] >= sinceNs; i--) {
      int row = topTick - trades.tick()[i];
      if (row >= 0 && row < rows) {
        lots[row] += trades.lots()[i];
      }
    }
    return lots;
  }

  private static int row(double tick, int topTick, int rows) {
    long row = topTick - Math.round(tick);
    return Double.isNaN(tick) || row < 0 || row >= rows ? -1 : (int) row;
  }

  /** Lots of the longest bar: the most resting in a row, at least 1. */
  float scale() {
    float most = 1;
    for (int row = 0; row < bidLots.length; row++) {
      most = Math.max(most, Math.max(bidLots[row], askLots[row]));
    }
    return most;
  }

  float mostTraded() {
    float most = 0;
    for (float lots : tradedLots) {
      most = Math.max(most, lots);
    }
    return most;
  }
}
