package io.makerbench.flow;

/** A book as an observer of order flow sees it. Prices in ticks, sizes in lots. */
public interface BookView {
  /** Best bid in ticks. */
  double bestBid();

  /** Best ask in ticks. */
  double bestAsk();

  /**
   * Size of a level in lots; 0 where there is none or the market has no levels.
   *
   * @param side {@link io.makerbench.book.Ladder#BID} or {@link io.makerbench.book.Ladder#ASK}
   * @param price in ticks
   */
  long size(int side, int price);

  /** Middle of the best prices, ticks. */
  default double mid() {
    return (bestBid() + bestAsk()) / 2;
  }
}
