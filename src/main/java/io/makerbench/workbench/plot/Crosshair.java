package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import javafx.beans.property.ObjectProperty;
import javafx.scene.shape.Line;

/** The upright line at the cursor. */
final class Crosshair {
  private final XYChart chart;
  private final Axis xAxis;
  private final ObjectProperty<Double> cursor;
  private final Line line = new Line();

  Crosshair(XYChart chart, Axis xAxis, ObjectProperty<Double> cursor) {
    this.chart = chart;
    this.xAxis = xAxis;
    this.cursor = cursor;
  }

  void install() {
    line.getStyleClass().add("plot-crosshair");
    line.setVisible(false);
    line.setManaged(false); // it is placed here, not by the pane's layout
    line.endYProperty().bind(chart.getCanvas().heightProperty());
    chart.getCanvasForeground().getChildren().add(line);
    cursor.subscribe(this::move);
  }

  private void move(double at) {
    double x = xAxis.getDisplayPosition(at);
    line.setVisible(x >= 0 && x <= chart.getCanvas().getWidth());
    if (line.isVisible()) {
      line.setStartX(Math.rint(x) + 0.5);
      line.setEndX(Math.rint(x) + 0.5);
    }
  }
}
