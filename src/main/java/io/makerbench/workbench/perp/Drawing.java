package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Palette;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** A region that is drawn anew when it is told to, changes its size or its colours. */
final class Drawing extends Region {
  private final Canvas canvas = new Canvas();
  private final Consumer<Brush> painter;
  private Palette palette = Palette.LIGHT;

  /**
   * @param painter draws on a clear ground
   */
  Drawing(Consumer<Brush> painter) {
    this.painter = painter;
    getChildren().add(canvas);
  }

  /** Is so high from now on, whatever the room. */
  void high(double height) {
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  /** Has these colours from now on. */
  void palette(Palette wanted) {
    palette = wanted;
    redraw();
  }

  void redraw() {
    if (canvas.getWidth() > 0) {
      Brush brush = new Brush(canvas, palette);
      brush.clear();
      painter.accept(brush);
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    redraw();
  }
}
