package io.makerbench.workbench.replay;

/**
 * Paints one value of the account over time below the market: an area from zero to the value, and
 * its line.
 */
final class StripLayer {
  private static final double AREA_ALPHA = 0.22;
  private static final int LINE_THICKNESS = 2;
  private static final int PADDING = 5;

  private final Raster raster;
  private final Viewport view;
  private final PictureStyle style;

  StripLayer(Raster raster, Viewport view, PictureStyle style) {
    this.raster = raster;
    this.view = view;
    this.style = style;
  }

  /** Values at the lower and upper edge of a strip, inside its padding. */
  record Range(double low, double high) {
    private static final double LEAST = 1e-9;

    static Range of(long[] times, double[] values, Viewport view, long cursorNs) {
      int first = Math.max(0, Series.lastAtOrBefore(times, view.startNs()));
      int end = Series.lastAtOrBefore(times, Math.min(cursorNs, view.endNs())) + 1;
      double low = 0;
      double high = 0;
      for (int i = first; i < end; i++) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
      return high - low < LEAST ? new Range(-LEAST, LEAST) : new Range(low, high);
    }

    /** Whether every value is zero; the edges mean nothing then. */
    boolean flat() {
      return high - low <= 2 * LEAST;
    }

    /** Row of a value in a strip between two rows. */
    double row(double value, int top, int bottom) {
      return bottom - PADDING - (value - low) / (high - low) * (bottom - top - 2 * PADDING);
    }
  }

  /** Paints rows {@code top} to {@code bottom}; returns the range of values they show. */
  Range paint(long[] times, double[] values, int top, int bottom, long cursorNs) {
    Range range = Range.of(times, values, view, cursorNs);
    raster.clip(top, bottom);
    raster.clear(style.strip());
    int zero = (int) Math.round(range.row(0, top, bottom));
    area(times, values, range, top, bottom, zero, cursorNs);
    raster.fill(0, zero, raster.width(), zero + 1, style.faint());
    new StepLine(raster, view, LINE_THICKNESS, style.value())
        .paint(times, i -> range.row(values[i], top, bottom), cursorNs);
    raster.clip(0, raster.height());
    return range;
  }

  /** Fills between zero and the value in force at each column, a stretch of one value at once. */
  private void area(
      long[] times, double[] values, Range range, int top, int bottom, int zero, long cursorNs) {
    int columns = (int) Math.clamp(view.x(cursorNs, raster.width()), 0, raster.width());
    int index = Series.lastAtOrBefore(times, view.startNs());
    int from = 0;
    int row = row(values, index, range, top, bottom, zero);
    for (int x = 0; x < columns; x++) {
      long time = view.timeAt(x, raster.width());
      while (index + 1 < times.length && times[index + 1] <= time) {
        index++;
      }
      int next = row(values, index, range, top, bottom, zero);
      if (next != row) {
        fill(from, x, row, zero);
        from = x;
        row = next;
      }
    }
    fill(from, columns, row, zero);
  }

  private static int row(double[] values, int index, Range range, int top, int bottom, int zero) {
    return index < 0 ? zero : (int) Math.round(range.row(values[index], top, bottom));
  }

  /** The ground is of one colour, so nothing need be blended pixel by pixel. */
  private void fill(int from, int to, int row, int zero) {
    int colour = row < zero ? style.buy() : style.sell();
    int alpha = (int) Math.round(255 * AREA_ALPHA);
    raster.fill(
        from,
        Math.min(row, zero),
        to,
        Math.max(row, zero),
        Raster.blended(style.strip(), colour, alpha));
  }
}
