package io.makerbench.workbench.replay;

/**
 * Paints trades as candles: a body from the first price of a period to its last, a wick from the
 * lowest to the highest. Periods are round and begin with the clock, so candles stay what they are
 * while the picture moves; the one under way ends at the cursor. Periods without trades have none.
 */
final class CandleLayer {
  /** A candle has at least as much room, pixels. */
  private static final int LEAST_PIXELS = 12;

  /** What lies under a candle shows through its rim a little. */
  private static final double RIM_ALPHA = 0.75;

  /** Least height of a body, so that one without a change is seen. */
  private static final int LEAST_BODY = 2;

  /** Share of a candle's room left empty on either side. */
  private static final double GAP_SHARE = 0.12;

  private final Raster raster;
  private final Viewport view;
  private final int height;
  private final PictureStyle style;
  private final long periodNs;

  CandleLayer(Raster raster, Viewport view, int height, PictureStyle style) {
    this.raster = raster;
    this.view = view;
    this.height = height;
    this.style = style;
    periodNs = periodNs(view, raster.width());
  }

  /** Length of a candle in a picture so wide, ns: the shortest round one that can be seen. */
  static long periodNs(Viewport view, int width) {
    return AxisTicks.timeStep(view.spanNs(), Math.max(1, width / LEAST_PIXELS));
  }

  void paint(TradePrints trades, long cursorNs) {
    long[] times = trades.timeNs();
    long from = Math.floorDiv(view.startNs(), periodNs) * periodNs;
    int end = Series.lastAtOrBefore(times, Math.min(cursorNs, view.endNs())) + 1;
    int first = Series.lastAtOrBefore(times, from - 1) + 1;
    while (first < end) {
      long start = Math.floorDiv(times[first], periodNs) * periodNs;
      int next = Series.lastAtOrBefore(times, first, end, start + periodNs - 1) + 1;
      draw(trades.tick(), first, next, start, Math.min(cursorNs, start + periodNs));
      first = next;
    }
  }

  private void draw(int[] ticks, int first, int end, long startNs, long endNs) {
    int low = ticks[first];
    int high = low;
    for (int i = first + 1; i < end; i++) {
      low = Math.min(low, ticks[i]);
      high = Math.max(high, ticks[i]);
    }
    int open = ticks[first];
    int close = ticks[end - 1];
    int colour = close >= open ? style.buy() : style.sell();
    double gap = GAP_SHARE * (x(startNs + periodNs) - x(startNs));
    int left = (int) Math.round(x(startNs) + gap);
    int right = Math.max(left + 1, (int) Math.round(x(endNs) - gap));
    int middle = (left + right) / 2;
    int top = row(Math.max(open, close));
    int bottom = Math.max(top + LEAST_BODY, row(Math.min(open, close)) + 1);
    int rim = PictureStyle.withAlpha(style.rim(), RIM_ALPHA);
    raster.fill(middle - 1, row(high) - 1, middle + 2, top - 1, rim);
    raster.fill(middle - 1, bottom + 1, middle + 2, row(low) + 2, rim);
    raster.fill(left - 1, top - 1, right + 1, bottom + 1, rim);
    raster.fill(middle, row(high), middle + 1, row(low) + 1, colour);
    raster.fill(left, top, right, bottom, colour);
  }

  private double x(long timeNs) {
    return view.x(timeNs, raster.width());
  }

  private int row(int tick) {
    return (int) Math.round(view.y(tick, height));
  }
}
