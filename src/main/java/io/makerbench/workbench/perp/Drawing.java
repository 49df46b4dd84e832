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
  private double high;
  private double wide;

  /**
   * @param painter draws on a clear ground
   */
  Drawing(Consumer<Brush> painter) {
    this.painter = painter;
    getChildren().add(canvas);
  }

  /** Is so high beside text of the usual size from now on, whatever the room. */
  void high(double height) {
    high = height;
    measure();
  }

  /** Is at least so wide beside text of the usual size from now on. */
  void wide(double width) {
    wide = width;
    measure();
  }

  private void measure() {
    double height = palette.lettering().px(high);
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    setMinWidth(palette.lettering().px(wide));
    setPrefWidth(palette.lettering().px(wide));
  }

  /** Has these colours and letters from now on. */
  void palette(Palette wanted) {
    palette = wanted;
    measure();
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
