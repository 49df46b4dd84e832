package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Palette;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The titles of the board's columns. */
final class BoardHead extends Region {
  private static final double HEIGHT = 32;
  private static final double FIRST = 8;
  private static final double SECOND = 22;

  private final Canvas canvas = new Canvas();
  private Palette palette = Palette.LIGHT;

  BoardHead() {
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMouseTransparent(true);
    getChildren().add(canvas);
  }

  void palette(Palette wanted) {
    palette = wanted;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    Brush brush = new Brush(canvas, palette);
    brush.clear();
    Map<BoardColumn, BoardColumn.Place> places = BoardColumn.within(canvas.getWidth());
    places.forEach((column, place) -> {
      boolean right =
          switch (column) {
            case MARKET, POSITION, TOXICITY, FUNDING, PROFIT -> true;
            default -> false;
          };
      TextAlignment side = right ? TextAlignment.RIGHT : TextAlignment.LEFT;
      double x = right ? place.right() : place.left();
      brush.bold(column.title(), x, FIRST, side, palette.text());
      brush.small(column.subtitle(), x, SECOND, side, palette.muted());
    });
    brush.fill(palette.grid(), 0, HEIGHT - 1, canvas.getWidth(), 1);
  }
}
