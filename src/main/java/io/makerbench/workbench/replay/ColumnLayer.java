package io.makerbench.workbench.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Paints bars a price beside the market, in rows of the same prices: what rests there, what was
 * traded there and how often what rests there changed. Where several prices share a row, books show
 * the largest and all else its sum; rows with numbers are as high as a number. Keeps its buffers.
 */
final class ColumnLayer {
  /** Least height of a row with a number of the usual size, pixels. */
  static final int NUMBER_HEIGHT = 13;

  private static final double ALPHA = 0.75;

  /** Bars behind numbers are fainter. */
  private static final double FAINT = 0.4;

  private static final int PADDING = 4;

  private float[] bought = new float[0];
  private float[] sold = new float[0];
  private int bins;
  private int lowest;
  private int ticksABin;

  /**
   * What a column shows.
   *
   * @param look how
   * @param most length of its longest bar
   * @param numbers what stands in its rows; none where only bars are shown
   */
  record Bins(ColumnLook look, float most, List<Number> numbers) {}

  /**
   * A number in a row.
   *
   * @param y middle of the row, pixels from the top
   * @param amount lots, or events
   */
  record Number(double y, float amount) {}

  /** Paints one column from pixel {@code left} on. */
  Bins paint(Scene scene, ColumnLook look, Raster raster, int left) {
    boolean numbered = look.form() != ColumnLook.Form.BARS;
    reserve(scene, numbered ? (int) scene.style().lettering().px(NUMBER_HEIGHT) : 1);
    switch (look.column()) {
      case BOOK -> readBook(scene);
      case VOLUME, TRADES -> readTrades(scene, look.column());
      case QUOTES -> readQuotes(scene);
    }
    float most = 0;
    for (int bin = 0; bin < bins; bin++) {
      most = Math.max(most, bought[bin] + sold[bin]);
    }
    if (most > 0 && look.form() != ColumnLook.Form.NUMBERS) {
      double pixels = (look.pixels(scene.style().lettering()) - (double) PADDING) / most;
      bars(scene, look, raster, left, pixels);
    }
    return new Bins(look, most, numbered ? numbers(scene) : List.of());
  }

  private List<Number> numbers(Scene scene) {
    int height = scene.layout().market();
    List<Number> numbers = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      float amount = bought[bin] + sold[bin];
      if (amount > 0 && whole(scene, bin, height)) {
        numbers.add(
            new Number((bottom(scene, bin, height) + top(scene, bin, height)) / 2.0, amount));
      }
    }
    return numbers;
  }

  private void reserve(Scene scene, int leastHeight) {
    lowest = (int) Math.floor(scene.view().low());
    long ticks = (long) Math.ceil(scene.view().high()) - lowest + 1;
    double pixels = scene.layout().market() / scene.view().ticks();
    ticksABin = Math.max(1, (int) Math.ceil(leastHeight / pixels));
    lowest = Math.floorDiv(lowest, ticksABin) * ticksABin; // rows stay when the view moves
    bins = (int) Math.ceilDiv(ticks + ticksABin, ticksABin);
    if (bought.length < bins) {
      bought = new float[bins];
      sold = new float[bins];
    }
    Arrays.fill(bought, 0, bins, 0);
    Arrays.fill(sold, 0, bins, 0);
  }

  /** The row of bars a price belongs to; outside 0 … bins when it is not in sight. */
  private long bin(int tick) {
    return Math.floorDiv(tick - (long) lowest, ticksABin);
  }

  private void readBook(Scene scene) {
    DepthHistory depth = scene.data().depth();
    double mid = scene.data().ticks(Moment.at(scene.data().episode(), scene.cursorNs()).mid());
    int first = Math.max(lowest, depth.lowest());
    int last = Math.min(lowest + bins * ticksABin - 1, depth.highest());
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

  /** What rested when the window began is no change. */
  private void readQuotes(Scene scene) {
    DepthHistory depth = scene.data().depth();
    long after = Math.max(scene.view().startNs() - 1, scene.data().startNs());
    long until = Math.max(after, Math.min(scene.cursorNs(), scene.view().endNs()));
    int first = Math.max(lowest, depth.lowest());
    int last = Math.min(lowest + bins * ticksABin - 1, depth.highest());
    for (int tick = first; tick <= last; tick++) {
      bought[(int) bin(tick)] += depth.inForce(tick, until) - depth.inForce(tick, after);
    }
  }

  private void bars(Scene scene, ColumnLook look, Raster raster, int left, double pixels) {
    double alpha = look.form() == ColumnLook.Form.BARS ? ALPHA : FAINT;
    PictureStyle style = scene.style();
    boolean ofSides = look.column() != Column.QUOTES;
    int buy = PictureStyle.withAlpha(ofSides ? style.buy() : style.value(), alpha);
    int sell = PictureStyle.withAlpha(style.sell(), alpha);
    int height = scene.layout().market();
    for (int bin = 0; bin < bins; bin++) {
      if (bought[bin] + sold[bin] == 0) {
        continue;
      }
      int bottom = bottom(scene, bin, height);
      int top = top(scene, bin, height);
      int gap = bottom - top > PADDING ? 1 : 0;
      int middle = left + (int) Math.round(bought[bin] * pixels);
      int right = left + (int) Math.round((bought[bin] + sold[bin]) * pixels);
      raster.fill(left, top + gap, middle, Math.max(top + 1, bottom), buy);
      raster.fill(middle, top + gap, right, Math.max(top + 1, bottom), sell);
    }
  }

  /** Whether a row lies within the picture from top to bottom. */
  private boolean whole(Scene scene, int bin, int height) {
    double bottom = scene.view().y(lowest + bin * ticksABin - 0.5, height);
    double top = scene.view().y(lowest + (bin + 1) * ticksABin - 0.5, height);
    return top >= 0 && bottom <= height;
  }

  private int bottom(Scene scene, int bin, int height) {
    return row(scene, lowest + bin * ticksABin - 0.5, height);
  }

  private int top(Scene scene, int bin, int height) {
    return row(scene, lowest + (bin + 1) * ticksABin - 0.5, height);
  }

  private static int row(Scene scene, double tick, int height) {
    return Math.clamp(Math.round(scene.view().y(tick, height)), 0, height);
  }
}
