package io.makerbench.system.venues;

import io.makerbench.env.Side;

/** Is told of each execution right after it was accounted. */
interface FillLog {
  /** Hears nothing. */
  FillLog NONE =
      new FillLog() {
        @Override
        public void executed(Venue venue, int fill, double cost) {}

        @Override
        public void closed(Venue venue, Side side, double price, double quantity, double cost) {}
      };

  /**
   * An own order was executed.
   *
   * @param fill its place among the fills of the venue's replay
   * @param cost fees in quote currency
   */
  void executed(Venue venue, int fill, double cost);

  /**
   * A position was closed at the end.
   *
   * @param price quote currency
   * @param quantity base currency, positive
   * @param cost fees in quote currency
   */
  void closed(Venue venue, Side side, double price, double quantity, double cost);
}
