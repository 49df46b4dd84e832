package io.makerbench.workbench.replay;

/**
 * Paints a value that holds from one instant to the next as a line of steps. Values that share a
 * column become one bar from the lowest to the highest, so the cost is a visit for each value in
 * sight. NaN interrupts the line.
 */
final class StepLine {
  private final Raster raster;
  private final Viewport view;
  private final int thickness;
  private final int argb;

  private int column;
  private int barTop;
  private int barBottom;

  StepLine(Raster raster, Viewport view, int thickness, int argb) {
    this.raster = raster;
    this.view = view;
    this.thickness = thickness;
    this.argb = argb;
  }

  /** The rows of a value of a series. */
  interface Rows {
    /** Pixels from the top of the picture; NaN where there is nothing to draw. */
    double at(int index);
  }

  /** Paints entries whose time lies before the cursor; the last one in force reaches up to it. */
  void paint(long[] times, Rows rows, long cursorNs) {
    long limit = Math.min(cursorNs, view.endNs());
    int first = Math.max(0, Series.lastAtOrBefore(times, view.startNs()));
    int end = Series.lastAtOrBefore(times, limit) + 1;
    column = -1;
    double before = Double.NaN;
    for (int i = first; i < end; i++) {
      double row = rows.at(i);
      if (!Double.isNaN(row)) {
        long until = i + 1 < end ? times[i + 1] : limit;
        int from = (int) Math.max(0, view.x(times[i], raster.width()));
        int to = (int) Math.min(raster.width() - 1.0, view.x(until, raster.width()));
        join(from, row, before);
        run(from, to, row);
      }
      before = row;
    }
    flush();
  }

  /** Draws the riser from the value before, and goes on in the column where it stands. */
  private void join(int x, double row, double before) {
    if (x != column) {
      flush();
      column = x;
      barTop = Integer.MAX_VALUE;
      barBottom = Integer.MIN_VALUE;
    }
    widen(row);
    if (!Double.isNaN(before)) {
      widen(before);
    }
  }

  private void run(int from, int to, double row) {
    if (to > from) {
      flush();
      int top = top(row);
      raster.fill(from + 1, top, to, top + thickness, argb);
      column = to;
      barTop = top;
      barBottom = top + thickness;
    }
  }

  private void widen(double row) {
    barTop = Math.min(barTop, top(row));
    barBottom = Math.max(barBottom, top(row) + thickness);
  }

  private void flush() {
    if (column >= 0) {
      raster.fill(column, barTop, column + 1, barBottom, argb);
    }
    column = -1;
  }

  private int top(double row) {
    return (int) Math.round(row - thickness / 2.0);
  }
}
