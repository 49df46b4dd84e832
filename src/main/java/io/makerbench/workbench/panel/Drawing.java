package io.makerbench.workbench.panel;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A picture on a canvas: drawn anew when it is told to and when its size or its colours change. On
 * the thread of JavaFX.
 */
public final class Drawing extends Region {
  private final Canvas canvas = new Canvas();
  private final BiConsumer<GraphicsContext, Palette> painter;
  private Palette palette = Palette.LIGHT;
  private double high;
  private double wide;

  /**
   * Has its colours from {@link #palette(Palette)}.
   *
   * @param painter draws on a clear canvas, which has the size of the region
   */
  public Drawing(BiConsumer<GraphicsContext, Palette> painter) {
    this.painter = painter;
    getChildren().add(canvas);
  }

  /** A drawing on the ground of its colours, which it follows. */
  public static Drawing onGround(
      ObservableValue<Palette> palette, BiConsumer<GraphicsContext, Palette> painter) {
    Drawing drawing =
        new Drawing((graphics, colours) -> {
          graphics.setFill(colours.ground());
          graphics.fillRect(
              0, 0, graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
          painter.accept(graphics, colours);
        });
    palette.subscribe(drawing::palette);
    return drawing;
  }

  /** Is so high beside text of the usual size from now on, whatever the room. */
  public void high(double height) {
    high = height;
    measure();
  }

  /** Is at least so wide beside text of the usual size from now on. */
  public void wide(double width) {
    wide = width;
    measure();
  }

  private void measure() {
    if (high > 0) {
      double height = palette.lettering().px(high);
      setMinHeight(height);
      setPrefHeight(height);
      setMaxHeight(height);
    }
    if (wide > 0) {
      setMinWidth(palette.lettering().px(wide));
      setPrefWidth(palette.lettering().px(wide));
    }
  }

  /** Has these colours and letters from now on. */
  public void palette(Palette wanted) {
    palette = wanted;
    measure();
    redraw();
  }

  /** Paints what is to be seen now. */
  public void redraw() {
    if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
      GraphicsContext graphics = canvas.getGraphicsContext2D();
      graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      painter.accept(graphics, palette);
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    redraw();
  }

  /** What the canvas was last is no reason to be as large again. */
  @Override
  protected double computePrefWidth(double height) {
    return minWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return minHeight(width);
  }
}
