package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.VenueSeries;
import javafx.scene.paint.Color;

/** The position of a venue over the last steps, as an area about zero; one scale for all venues. */
public final class PositionCourse {
  private static final int STEPS = 120;
  private static final double AREA_ALPHA = 0.3;

  /** The largest position of any venue up to each tick. */
  private final double[] most;

  private PositionCourse(double[] most) {
    this.most = most;
  }

  /** On the scale of the largest position so far. */
  static PositionCourse of(DeskHistory history) {
    double[] most = new double[history.ticks()];
    for (int tick = 0; tick < history.ticks(); tick++) {
      for (int venue = 0; venue < history.venues().size(); venue++) {
        double held = Math.abs(history.at(VenueSeries.POSITION, tick, venue));
        most[tick] = Math.max(most[tick], held);
      }
      most[tick] = Math.max(most[tick], tick > 0 ? most[tick - 1] : 0);
    }
    return new PositionCourse(most);
  }

  void draw(Brush brush, VenueLine line, BoardLines.Place place, double top, double height) {
    double middle = Math.round(top + height / 2);
    brush.fill(brush.palette().grid(), place.left(), middle, place.width(), 1);
    double largest = most[line.tick()];
    double step = place.width() / STEPS;
    int first = line.tick() - STEPS + 1;
    for (int tick = Math.max(0, first); tick <= line.tick(); tick++) {
      double position = line.history().at(VenueSeries.POSITION, tick, line.venue());
      double rows = Math.round(largest > 0 ? position / largest * (height / 2 - 1) : 0);
      if (rows != 0) {
        Color colour = rows > 0 ? brush.palette().buy() : brush.palette().sell();
        double from = place.left() + step * (tick - first);
        double to = from + step;
        double y = rows > 0 ? middle - rows : middle + 1;
        brush.span(colour.deriveColor(0, 1, 1, AREA_ALPHA), from, to, y, Math.abs(rows));
        brush.span(colour, from, to, rows > 0 ? y : y - rows - 1, 1);
      }
    }
  }
}
