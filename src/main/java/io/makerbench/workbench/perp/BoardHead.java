package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Palette;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.TextAlignment;

/** The titles of the board's columns. */
final class BoardHead {
  private static final double FIRST = 8;
  private static final double SECOND = 22;

  /** Titles of a second line stand in one. */
  private static final double THIRD = 38;

  private final Drawing drawing = Brush.drawing(this::draw);
  private BoardLines lines = BoardLines.ONE;

  BoardHead() {
    drawing.setMouseTransparent(true);
    fold(BoardLines.ONE);
  }

  Node node() {
    return drawing;
  }

  void palette(Palette wanted) {
    drawing.palette(wanted);
  }

  /** Has so many lines from now on. */
  void fold(BoardLines wanted) {
    lines = wanted;
    drawing.high(wanted.headHeight());
    drawing.redraw();
  }

  private void draw(Brush brush) {
    List<Map<BoardColumn, BoardLines.Place>> places = lines.places(brush.width());
    places
        .getFirst()
        .forEach((column, place) -> {
          TextAlignment side = column.alignsRight() ? TextAlignment.RIGHT : TextAlignment.LEFT;
          double x = column.alignsRight() ? place.right() : place.left();
          brush.bold(column.title(), x, FIRST, side, brush.palette().text());
          brush.small(column.subtitle(), x, SECOND, side, brush.palette().muted());
        });
    if (lines == BoardLines.TWO) {
      places.getLast().forEach((column, place) -> drawSecond(brush, column, place));
    }
    brush.fill(brush.palette().grid(), 0, lines.headHeight() - 1, brush.width(), 1);
  }

  private static void drawSecond(Brush brush, BoardColumn column, BoardLines.Place place) {
    String both = column.title() + ", " + column.subtitle();
    String words = brush.width(both) > place.width() ? column.title() : both;
    TextAlignment side = column == BoardColumn.FUNDING ? TextAlignment.RIGHT : TextAlignment.LEFT;
    double x = side == TextAlignment.RIGHT ? place.right() : place.left();
    brush.small(words, x, THIRD, side, brush.palette().muted());
  }
}
