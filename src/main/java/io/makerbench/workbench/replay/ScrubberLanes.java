package io.makerbench.workbench.replay;

import io.makerbench.env.Side;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.perp.Incident;
import io.makerbench.workbench.perp.Level;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws marks above and below the track of a scrubber. Above: bookmarks as flags, incidents as
 * notches in the colour of their gravity, a kill switch as a line through everything. Below:
 * purchases that point up, sales that point down, and under them a band that is the stronger the
 * more own orders changed.
 */
final class ScrubberLanes {
  /** Heights beside text of the usual size, pixels. */
  static final double ABOVE = 9;

  static final double BELOW = 13;

  private static final double FILL_HEIGHT = 4;
  private static final double BAND_HEIGHT = 3;
  private static final double FLAG_SHARE = 0.7;
  private static final double FAINTEST = 0.25;
  private static final int MARK_WIDTH = 2;
  private static final int NOTCH_WIDTH = 3;

  private final Canvas canvas;
  private final Palette palette;
  private final Pixels pixels;

  /** Where an instant stands. */
  interface Pixels {
    /** Pixels from the left; in no case a fraction. */
    int x(long instantNs);
  }

  ScrubberLanes(Canvas canvas, Palette palette, Pixels pixels) {
    this.canvas = canvas;
    this.palette = palette;
    this.pixels = pixels;
  }

  void draw(ScrubberMarks marks) {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Lettering letters = palette.lettering();
    double below = canvas.getHeight() - letters.px(BELOW);
    drawFills(graphics, marks, Side.BUY, palette.buy(), below);
    drawFills(graphics, marks, Side.SELL, palette.sell(), below + letters.px(FILL_HEIGHT));
    drawOrders(graphics, marks.orders().timesNs());
    for (Level level : Level.values()) {
      drawIncidents(graphics, marks, level);
    }
    for (long instant : marks.bookmarks().timesNs()) {
      flag(graphics, pixels.x(instant), letters.px(ABOVE));
    }
  }

  private void drawFills(
      GraphicsContext graphics, ScrubberMarks marks, Side side, Color colour, double top) {
    graphics.setFill(colour);
    double height = palette.lettering().px(FILL_HEIGHT);
    long[] times = marks.fills().timesNs();
    int drawn = -1;
    for (int i = 0; i < times.length; i++) {
      int x = pixels.x(times[i]);
      if (marks.sides().get(i) == side && x != drawn) {
        drawn = x;
        graphics.fillRect(x - 1.0, top, MARK_WIDTH, height);
      }
    }
  }

  private void drawOrders(GraphicsContext graphics, long[] times) {
    int[] counts = new int[(int) canvas.getWidth() + 1];
    int most = 0;
    for (long time : times) {
      most = Math.max(most, ++counts[Math.clamp(pixels.x(time), 0, counts.length - 1)]);
    }
    double height = palette.lettering().px(BAND_HEIGHT);
    for (int x = 0; x < counts.length; x++) {
      if (counts[x] > 0) {
        double strength = FAINTEST + (1 - FAINTEST) * counts[x] / most;
        graphics.setFill(palette.muted().deriveColor(0, 1, 1, strength));
        graphics.fillRect(x, canvas.getHeight() - height, 1, height);
      }
    }
  }

  /** Graver ones are drawn later, so they stay in sight. */
  private void drawIncidents(GraphicsContext graphics, ScrubberMarks marks, Level level) {
    graphics.setFill(IncidentMarks.colour(palette, level));
    List<Incident> incidents = marks.gravity();
    int drawn = -1;
    for (int i = 0; i < incidents.size(); i++) {
      Incident incident = incidents.get(i);
      int x = pixels.x(marks.incidents().timesNs()[i]);
      boolean kill = incident.kind() == Incident.Kind.KILL;
      if (incident.level() == level && (kill || x != drawn)) {
        drawn = x;
        double height = kill ? canvas.getHeight() : palette.lettering().px(ABOVE) - 2;
        graphics.fillRect(x - 1.0, 0, NOTCH_WIDTH, height);
      }
    }
  }

  private void flag(GraphicsContext graphics, double x, double height) {
    graphics.setFill(palette.accent());
    graphics.fillRect(x - 1, 0, MARK_WIDTH, height + MARK_WIDTH);
    graphics.fillPolygon(
        new double[] {x + 1, x + height, x + 1},
        new double[] {0, FLAG_SHARE / 2 * height, FLAG_SHARE * height},
        3);
  }
}
