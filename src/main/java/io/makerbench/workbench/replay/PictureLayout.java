package io.makerbench.workbench.replay;

/**
 * Rows of the parts of a picture: the market above, below it the strips of inventory and profit.
 *
 * @param width pixels of time
 * @param columns pixels of the bars beside the market
 * @param height rows in all
 * @param market rows of the market, from the top
 * @param inventoryTop first row of the inventory
 * @param inventoryBottom row after its last
 * @param pnlTop first row of the profit; it reaches to the bottom
 */
record PictureLayout(
    int width,
    int columns,
    int height,
    int market,
    int inventoryTop,
    int inventoryBottom,
    int pnlTop) {
  private static final double STRIP_SHARE = 0.13;
  private static final int GAP = 6;

  /** What a picture consists of. */
  enum Kind {
    /** The market, and below it the strips. */
    MARKET,
    /** The strips alone. */
    STRIPS
  }

  /**
   * @param columns pixels of the bars beside the market
   */
  static PictureLayout of(Kind kind, int width, int columns, int height) {
    return kind == Kind.MARKET ? of(width, columns, height) : strips(width, height);
  }

  private static PictureLayout strips(int width, int height) {
    int middle = (height - GAP) / 2;
    return new PictureLayout(width, 0, height, 0, 0, middle, middle + GAP);
  }

  /** Whether the market is in the picture. */
  boolean showsMarket() {
    return market > 0;
  }

  private static PictureLayout of(int width, int columns, int height) {
    int strip = (int) Math.round(height * STRIP_SHARE);
    int pnlTop = height - strip;
    int inventoryBottom = pnlTop - GAP;
    int inventoryTop = inventoryBottom - strip;
    return new PictureLayout(
        width, columns, height, inventoryTop - GAP, inventoryTop, inventoryBottom, pnlTop);
  }
}
