package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;

/**
 * Where the rows and columns of the ladder lie: own orders, bids, prices, asks, what was traded.
 *
 * @param letters what stands in them
 */
record LadderRoom(Lettering letters) {
  private static final double ROW = 18;
  private static final double HEADER = 20;
  private static final double OWN_WIDTH = 46;
  private static final double SIDE_WIDTH = 62;
  private static final double PRICE_WIDTH = 76;
  private static final double TRADED_WIDTH = 46;

  double row() {
    return letters.px(ROW);
  }

  /** Height of the titles above the rows. */
  double header() {
    return letters.px(HEADER);
  }

  double bidLeft() {
    return letters.px(OWN_WIDTH);
  }

  double sideWidth() {
    return letters.px(SIDE_WIDTH);
  }

  double priceLeft() {
    return bidLeft() + sideWidth();
  }

  double priceWidth() {
    return letters.px(PRICE_WIDTH);
  }

  double askLeft() {
    return priceLeft() + priceWidth();
  }

  double tradedLeft() {
    return askLeft() + sideWidth();
  }

  double width() {
    return tradedLeft() + letters.px(TRADED_WIDTH);
  }
}
