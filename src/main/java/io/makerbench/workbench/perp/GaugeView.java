package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Palette;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A gauge: name, value, and a bar with marks where the desk is wary and where it stops. */
final class GaugeView {
  static final double HEIGHT = 60;

  private static final double NAME = 9;
  private static final double VALUE = 25;
  private static final double BAR = 38;
  private static final double LIMIT = 53;
  private static final double LEAST_WIDTH = 88;

  private final Drawing drawing = Brush.drawing(this::draw);
  private @Nullable Gauge gauge;

  GaugeView() {
    drawing.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    drawing.wide(LEAST_WIDTH);
    drawing.high(HEIGHT);
  }

  Node node() {
    return drawing;
  }

  void show(Gauge shown) {
    if (!shown.equals(gauge)) {
      gauge = shown;
      drawing.setAccessibleText(shown.words());
      drawing.redraw();
    }
  }

  void palette(Palette wanted) {
    drawing.palette(wanted);
  }

  private void draw(Brush brush) {
    Gauge shown = gauge;
    if (shown == null) {
      return;
    }
    Palette palette = brush.palette();
    double width = brush.width();
    Color colour = brush.colour(shown.level());
    boolean good = shown.level() == Level.GOOD;
    brush.small(shown.name(), 0, NAME, TextAlignment.LEFT, palette.muted());
    brush.fitted(shown.value(), 0, VALUE, width, good ? palette.text() : colour);
    if (shown.sides() == Gauge.Sides.BOTH) {
      drawBothSides(brush, shown, width, colour);
    } else {
      brush.bar(0, BAR, width, 0, shown.share(), colour);
      brush.mark(width * shown.warning(), BAR, palette.warning());
    }
    brush.mark(width - 1, BAR, palette.danger());
    brush.small("limit " + shown.limit(), width, LIMIT, TextAlignment.RIGHT, palette.muted());
    if (!good) {
      String word = shown.level() == Level.WARNING ? "near" : "beyond";
      brush.small(word, 0, LIMIT, TextAlignment.LEFT, colour);
    }
  }

  private static void drawBothSides(Brush brush, Gauge shown, double width, Color colour) {
    Palette palette = brush.palette();
    double half = width / 2;
    brush.bar(0, BAR, width, 0.5, 0.5 + 0.5 * shown.share(), colour);
    brush.mark(half, BAR, palette.muted());
    brush.mark(half - half * shown.warning(), BAR, palette.warning());
    brush.mark(half + half * shown.warning(), BAR, palette.warning());
    brush.mark(0, BAR, palette.danger());
  }
}
