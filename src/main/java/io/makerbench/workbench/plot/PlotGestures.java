package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

/** Drag across to zoom in, wheel to zoom at the cursor, double-click to see everything. */
final class PlotGestures {
  private static final double WHEEL_STEP = 0.8;
  private static final double SHORTEST_DRAG_PIXELS = 4;

  private final XYChart chart;
  private final Canvas canvas;
  private final Axis xAxis;
  private final ObjectProperty<Range> zoom;
  private final ObjectProperty<Double> cursor;
  private final Rectangle selection = new Rectangle();
  private double pressedAt;

  PlotGestures(
      XYChart chart, Axis xAxis, ObjectProperty<Range> zoom, ObjectProperty<Double> cursor) {
    this.chart = chart;
    this.canvas = chart.getCanvas();
    this.xAxis = xAxis;
    this.zoom = zoom;
    this.cursor = cursor;
  }

  void install() {
    selection.getStyleClass().add("plot-selection");
    selection.setVisible(false);
    selection.heightProperty().bind(canvas.heightProperty());
    chart.getCanvasForeground().getChildren().add(selection);
    chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
    chart.addEventFilter(MouseEvent.MOUSE_EXITED, event -> cursor.set(Double.NaN));
    chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    chart.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
    chart.addEventFilter(ScrollEvent.SCROLL, this::wheel);
  }

  /** Place on the canvas, which other panes of the chart cover. */
  private Point2D place(double sceneX, double sceneY) {
    return canvas.sceneToLocal(sceneX, sceneY);
  }

  private void move(MouseEvent event) {
    Point2D at = place(event.getSceneX(), event.getSceneY());
    cursor.set(canvas.contains(at) ? xAxis.getValueForDisplay(at.getX()) : Double.NaN);
  }

  private void press(MouseEvent event) {
    pressedAt = place(event.getSceneX(), event.getSceneY()).getX();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      zoom.set(Range.EMPTY);
    }
  }

  private void drag(MouseEvent event) {
    double width = canvas.getWidth();
    double from = Math.clamp(pressedAt, 0, width);
    double to = Math.clamp(place(event.getSceneX(), event.getSceneY()).getX(), 0, width);
    selection.setVisible(event.getButton() == MouseButton.PRIMARY);
    selection.setX(Math.min(from, to));
    selection.setWidth(Math.abs(to - from));
  }

  private void release() {
    if (selection.isVisible() && selection.getWidth() >= SHORTEST_DRAG_PIXELS) {
      double left = selection.getX();
      zoom.set(
          new Range(
              xAxis.getValueForDisplay(left),
              xAxis.getValueForDisplay(left + selection.getWidth())));
    }
    selection.setVisible(false);
  }

  private void wheel(ScrollEvent event) {
    Point2D place = place(event.getSceneX(), event.getSceneY());
    if (event.getDeltaY() != 0 && canvas.contains(place) && xAxis.getMax() > xAxis.getMin()) {
      double at = xAxis.getValueForDisplay(place.getX());
      double factor = event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP;
      zoom.set(new Range(at - (at - xAxis.getMin()) * factor, at + (xAxis.getMax() - at) * factor));
      event.consume();
    }
  }
}
