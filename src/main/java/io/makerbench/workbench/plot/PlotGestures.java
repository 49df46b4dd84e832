package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import javafx.beans.property.ObjectProperty;
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
    canvas.setOnMouseMoved(event -> cursor.set(xAxis.getValueForDisplay(event.getX())));
    canvas.setOnMouseExited(event -> cursor.set(Double.NaN));
    canvas.setOnMousePressed(this::press);
    canvas.setOnMouseDragged(this::drag);
    canvas.setOnMouseReleased(this::release);
    canvas.setOnScroll(this::wheel);
  }

  private void press(MouseEvent event) {
    pressedAt = event.getX();
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      zoom.set(Range.EMPTY);
    }
  }

  private void drag(MouseEvent event) {
    selection.setVisible(event.getButton() == MouseButton.PRIMARY);
    selection.setX(Math.min(pressedAt, event.getX()));
    selection.setWidth(Math.abs(event.getX() - pressedAt));
  }

  private void release(MouseEvent event) {
    if (selection.isVisible() && selection.getWidth() >= SHORTEST_DRAG_PIXELS) {
      double left = selection.getX();
      zoom.set(
          new Range(
              xAxis.getValueForDisplay(left),
              xAxis.getValueForDisplay(left + selection.getWidth())));
    }
    selection.setVisible(false);
    event.consume();
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && xAxis.getMax() > xAxis.getMin()) {
      double at = xAxis.getValueForDisplay(event.getX());
      double factor = event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP;
      zoom.set(new Range(at - (at - xAxis.getMin()) * factor, at + (xAxis.getMax() - at) * factor));
      event.consume();
    }
  }
}
