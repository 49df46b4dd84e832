package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.VenueSeries;
import io.makerbench.workbench.panel.Palette;
import javafx.scene.paint.Color;

/**
 * A lane of prices around fair value, the same for all venues of a history: the venue's book as a
 * bar from its best bid to its best ask, own quotes as arrows.
 */
public final class QuoteLane {
  private static final double ARROW = 7;
  private static final double LEAST_REACH_USD = 0.5;
  private static final double ROOM = 1.05;

  private final double reach;

  private QuoteLane(double reach) {
    this.reach = reach;
  }

  /** A lane wide enough for every quote and book but the farthest hundredth. */
  static QuoteLane of(DeskHistory history) {
    int venues = history.venues().size();
    double[] farthest = new double[history.ticks() * venues];
    for (int tick = 0; tick < history.ticks(); tick++) {
      for (int venue = 0; venue < venues; venue++) {
        farthest[tick * venues + venue] = reach(new VenueLine(history, tick, venue));
      }
    }
    java.util.Arrays.sort(farthest);
    double usual = farthest[(int) (0.99 * (farthest.length - 1))];
    return new QuoteLane(Math.max(LEAST_REACH_USD, ROOM * usual));
  }

  private static double reach(VenueLine line) {
    double fair = fair(line);
    double reach = 0;
    if (line.hasBook()) {
      reach = Math.abs(line.at(VenueSeries.MID) - fair) + line.at(VenueSeries.SPREAD) / 2;
    }
    if (line.at(VenueSeries.OWN_BID_SIZE) > 0) {
      reach = Math.max(reach, Math.abs(line.at(VenueSeries.OWN_BID) - fair));
    }
    if (line.at(VenueSeries.OWN_ASK_SIZE) > 0) {
      reach = Math.max(reach, Math.abs(line.at(VenueSeries.OWN_ASK) - fair));
    }
    return reach;
  }

  private static double fair(VenueLine line) {
    return line.history().fairValue(line.tick());
  }

  /** Draws the lane of a venue with its middle at {@code y}. */
  void draw(Brush brush, VenueLine line, double x, double width, double y) {
    Palette palette = brush.palette();
    brush.fill(palette.grid(), x, y, width, 1);
    brush.fill(palette.accent(), x + width / 2, y - 6, 1, 13);
    if (line.hasBook()) {
      double mid = line.at(VenueSeries.MID);
      double half = line.at(VenueSeries.SPREAD) / 2;
      double from = place(line, mid - half, x, width);
      double to = place(line, mid + half, x, width);
      brush.fill(palette.muted(), from, y - 1, to - from, 3);
    }
    arrow(brush, line, VenueSeries.OWN_BID, VenueSeries.OWN_BID_SIZE, x, width, y, palette.buy());
    arrow(brush, line, VenueSeries.OWN_ASK, VenueSeries.OWN_ASK_SIZE, x, width, y, palette.sell());
  }

  /** A bid points up from below the lane, an ask down from above it. */
  private void arrow(
      Brush brush,
      VenueLine line,
      VenueSeries price,
      VenueSeries size,
      double x,
      double width,
      double y,
      Color colour) {
    if (line.at(size) > 0) {
      double at = place(line, line.at(price), x, width);
      boolean bid = price == VenueSeries.OWN_BID;
      brush.arrow(at, bid ? y + ARROW + 1 : y - ARROW, bid ? ARROW : -ARROW, colour);
    }
  }

  private double place(VenueLine line, double price, double x, double width) {
    double share = Math.clamp((price - fair(line)) / reach, -1, 1);
    return x + width * (0.5 + 0.5 * share);
  }
}
