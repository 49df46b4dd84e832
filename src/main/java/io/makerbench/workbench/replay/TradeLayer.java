package io.makerbench.workbench.replay;

/**
 * Paints trades as dots whose area is their size, coloured by the side that took. Trades of a side
 * that lie within a few pixels are one dot, so that a picture of hours stays readable and cheap.
 */
final class TradeLayer {
  private static final double MERGE_PIXELS = 4;
  private static final double LEAST_RADIUS = 1.1;
  private static final double MOST_RADIUS = 15;

  /** Radius of a dot that holds the mean volume of {@link #MERGE_PIXELS} of time. */
  private static final double MEAN_RADIUS = 3.4;

  private static final double RIM = 0.8;

  /** Small dots have a thinner rim, or they would be all rim. */
  private static final double RIM_SHARE = 0.25;

  private final Raster raster;
  private final Viewport view;
  private final int height;
  private final PictureStyle style;
  private double lotsOfMeanDot;
  private final Dot bought = new Dot();
  private final Dot sold = new Dot();
  private final Dot unknown = new Dot();

  TradeLayer(Raster raster, Viewport view, int height, PictureStyle style) {
    this.raster = raster;
    this.view = view;
    this.height = height;
    this.style = style;
  }

  void paint(TradePrints trades, long cursorNs) {
    if (trades.count() == 0) {
      return;
    }
    double recordedNs = Math.max(1, trades.timeNs()[trades.count() - 1] - trades.timeNs()[0]);
    double shownNs = view.spanNs() * MERGE_PIXELS / raster.width();
    double meanTrade = trades.volume() / trades.count();
    lotsOfMeanDot = Math.max(meanTrade, trades.volume() * shownNs / recordedNs);
    int first = Series.lastAtOrBefore(trades.timeNs(), view.startNs() - 1) + 1;
    int end = Series.lastAtOrBefore(trades.timeNs(), Math.min(cursorNs, view.endNs())) + 1;
    for (int i = first; i < end; i++) {
      Dot dot = dot(trades.takerSign()[i]);
      double x = view.x(trades.timeNs()[i], raster.width());
      double y = view.y(trades.tick()[i], height);
      if (!dot.near(x, y)) {
        draw(dot);
        dot.open(x, y);
      }
      dot.add(x, y, trades.lots()[i]);
    }
    draw(unknown);
    draw(sold);
    draw(bought);
  }

  private Dot dot(int sign) {
    return sign > 0 ? bought : sign < 0 ? sold : unknown;
  }

  private void draw(Dot dot) {
    if (dot.lots == 0) {
      return;
    }
    double radius =
        Math.clamp(MEAN_RADIUS * Math.sqrt(dot.lots / lotsOfMeanDot), LEAST_RADIUS, MOST_RADIUS);
    int argb = dot == bought ? style.buy() : dot == sold ? style.sell() : style.text();
    raster.disc(
        dot.x / dot.lots,
        dot.y / dot.lots,
        radius,
        PictureStyle.withAlpha(argb, 0.86),
        Math.min(RIM, RIM_SHARE * radius),
        PictureStyle.withAlpha(style.rim(), 0.75));
    dot.lots = 0;
  }

  /** Trades gathered into one dot: its place is their mean by size. */
  private static final class Dot {
    private double startX;
    private double startY;
    private double x;
    private double y;
    private double lots;

    private boolean near(double px, double py) {
      return lots > 0 && px - startX < MERGE_PIXELS && Math.abs(py - startY) < MERGE_PIXELS;
    }

    private void open(double px, double py) {
      startX = px;
      startY = py;
      x = 0;
      y = 0;
    }

    private void add(double px, double py, double size) {
      x += px * size;
      y += py * size;
      lots += size;
    }
  }
}
