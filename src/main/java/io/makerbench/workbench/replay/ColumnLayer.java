package io.makerbench.workbench.replay;

import java.util.Arrays;

/**
 * Paints bars a price beside the market, in rows of the same prices: what rests there and what was
 * traded there. Where several prices share a row, books show the largest and trades their sum.
 * Keeps its buffers.
 */
final class ColumnLayer {
  private static final double ALPHA = 0.75;
  private static final int PADDING = 4;

  private float[] bought = new float[0];
  private float[] sold = new float[0];
  private int bins;
  private int lowest;
  private long ticks;

  /** Paints one column from pixel {@code left} on; returns the length of the longest bar. */
  float paint(Scene scene, Column column, Raster raster, int left) {
    reserve(scene);
    switch (column) {
      case BOOK -> readBook(scene);
      case VOLUME, TRADES -> readTrades(scene, column);
    }
    float most = 0;
    for (int bin = 0; bin < bins; bin++) {
      most = Math.max(most, bought[bin] + sold[bin]);
    }
    if (most > 0) {
      bars(scene, raster, left, (Column.WIDTH - PADDING) / most);
    }
    return most;
  }

  private void reserve(Scene scene) {
    lowest = (int) Math.floor(scene.view().low());
    ticks = (long) Math.ceil(scene.view().high()) - lowest + 1;
    bins = (int) Math.min(ticks, scene.layout().market());
    if (bought.length < bins) {
      bought = new float[bins];
      sold = new float[bins];
    }
    Arrays.fill(bought, 0, bins, 0);
    Arrays.fill(sold, 0, bins, 0);
  }

  /** The row of bars a price belongs to; outside 0 … bins when it is not in sight. */
  private long bin(int tick) {
    return Math.floorDiv((tick - (long) lowest) * bins, ticks);
  }

  private void readBook(Scene scene) {
    DepthHistory depth = scene.data().depth();
    double mid = scene.data().ticks(Moment.at(scene.data().episode(), scene.cursorNs()).mid());
    int first = Math.max(lowest, depth.lowest());
    int last = (int) Math.min(lowest + ticks - 1, depth.highest());
    for (int tick = first; tick <= last; tick++) {
      float[] side = tick < mid ? bought : sold;
      int bin = (int) bin(tick);
      side[bin] = Math.max(side[bin], depth.sizeAt(tick, scene.cursorNs()));
    }
  }

  private void readTrades(Scene scene, Column column) {
    TradePrints trades = scene.data().trades();
    long until = Math.min(scene.cursorNs(), scene.view().endNs());
    int end = Series.lastAtOrBefore(trades.timeNs(), until) + 1;
    int first = Series.lastAtOrBefore(trades.timeNs(), scene.view().startNs() - 1) + 1;
    for (int i = first; i < end; i++) {
      long bin = bin(trades.tick()[i]);
      if (bin >= 0 && bin < bins) {
        float[] side = trades.takerSign()[i] < 0 ? sold : bought;
        side[(int) bin] += column == Column.TRADES ? 1 : trades.lots()[i];
      }
    }
  }

  private void bars(Scene scene, Raster raster, int left, float pixels) {
    int buy = PictureStyle.withAlpha(scene.style().buy(), ALPHA);
    int sell = PictureStyle.withAlpha(scene.style().sell(), ALPHA);
    int height = scene.layout().market();
    for (int bin = 0; bin < bins; bin++) {
      if (bought[bin] + sold[bin] == 0) {
        continue;
      }
      int bottom = row(scene, lowest + Math.ceilDiv(bin * ticks, bins) - 0.5, height);
      int top = row(scene, lowest + Math.ceilDiv((bin + 1) * ticks, bins) - 0.5, height);
      int gap = bottom - top > PADDING ? 1 : 0;
      int middle = left + Math.round(bought[bin] * pixels);
      int right = left + Math.round((bought[bin] + sold[bin]) * pixels);
      raster.fill(left, top + gap, middle, Math.max(top + 1, bottom), buy);
      raster.fill(middle, top + gap, right, Math.max(top + 1, bottom), sell);
    }
  }

  private static int row(Scene scene, double tick, int height) {
    return Math.clamp(Math.round(scene.view().y(tick, height)), 0, height);
  }
}
