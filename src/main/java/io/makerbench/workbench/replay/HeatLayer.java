package io.makerbench.workbench.replay;

import java.util.Arrays;

/**
 * Paints resting sizes: time to the right, price upwards. Where several changes share a column the
 * colour is that of their mean over time; where several prices share a row, that of the largest.
 * Costs one visit for each change in sight and one for each pixel; keeps its buffers.
 */
final class HeatLayer {
  private float[] sizes = new float[0];
  private float[] largest = new float[0];
  private int[] colours = new int[0];

  /** Paints rows 0 to {@code height} up to the cursor's column. */
  void paint(
      Raster raster,
      Viewport view,
      int height,
      long cursorNs,
      DepthHistory depth,
      HeatScale scale) {
    int columns = column(view, cursorNs, raster.width());
    if (columns == 0) {
      return;
    }
    reserve(columns);
    double rowsPerTick = height / view.ticks();
    int top = (int) Math.min(depth.highest(), Math.ceil(view.high()));
    int bottom = (int) Math.max(depth.lowest(), Math.floor(view.low()));
    int merging = -1;
    for (int tick = top; tick >= bottom; tick--) {
      if (!read(depth, tick, view, columns, raster.width(), cursorNs)) {
        continue;
      }
      if (rowsPerTick >= 1) {
        colour(sizes, columns, scale);
        int end = row(view, tick - 0.5, height);
        for (int y = row(view, tick + 0.5, height); y < end; y++) {
          raster.copyRow(colours, columns, y);
        }
        continue;
      }
      int y = (int) Math.floor(view.y(tick, height));
      if (y != merging) {
        flush(raster, merging, columns, scale);
        merging = y;
      }
      keepLargest(columns);
    }
    flush(raster, merging, columns, scale);
  }

  private static int row(Viewport view, double tick, int height) {
    return Math.clamp(Math.round(view.y(tick, height)), 0, height);
  }

  private static int column(Viewport view, long timeNs, int width) {
    return (int) Math.clamp(Math.ceil(view.x(timeNs, width)), 0, width);
  }

  private void reserve(int columns) {
    if (sizes.length < columns) {
      sizes = new float[columns];
      largest = new float[columns];
      colours = new int[columns];
    }
    Arrays.fill(largest, 0, columns, 0);
  }

  /** Reads one price into {@link #sizes}; false when nothing rests there in sight. */
  private boolean read(
      DepthHistory depth, int tick, Viewport view, int columns, int width, long cursorNs) {
    int end = depth.end(tick);
    int change = depth.inForce(tick, view.startNs());
    float size = change < depth.first(tick) ? 0 : depth.size(change);
    if (size == 0 && (change + 1 == end || depth.time(change + 1) >= cursorNs)) {
      return false;
    }
    Arrays.fill(sizes, 0, columns, 0);
    long limit = Math.min(cursorNs, view.endNs());
    double columnsPerNs = (double) width / view.spanNs();
    double from = 0;
    while (++change < end && depth.time(change) < limit) {
      double to = (depth.time(change) - view.startNs()) * columnsPerNs;
      addRun(from, to, size, columns);
      from = to;
      size = depth.size(change);
    }
    addRun(from, columns, size, columns);
    return true;
  }

  /** Adds a size that rested from one place to another, both in columns. */
  private void addRun(double from, double to, float size, int columns) {
    if (size == 0) {
      return;
    }
    int first = (int) from;
    int last = (int) to;
    if (first == last) {
      sizes[first] += (float) (size * (to - from));
      return;
    }
    sizes[first] += (float) (size * (first + 1 - from));
    Arrays.fill(sizes, first + 1, last, size);
    if (last < columns) {
      sizes[last] += (float) (size * (to - last));
    }
  }

  private void keepLargest(int columns) {
    for (int x = 0; x < columns; x++) {
      largest[x] = Math.max(largest[x], sizes[x]);
    }
  }

  private void flush(Raster raster, int y, int columns, HeatScale scale) {
    if (y >= 0) {
      colour(largest, columns, scale);
      raster.copyRow(colours, columns, y);
    }
    Arrays.fill(largest, 0, columns, 0);
  }

  private void colour(float[] lots, int columns, HeatScale scale) {
    for (int x = 0; x < columns; x++) {
      colours[x] = scale.colour(lots[x]);
    }
  }
}
