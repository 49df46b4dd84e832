package io.makerbench.workbench.runs;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;

/** The course of a figure as a small line without axes. */
final class Sparkline extends Region {
  private static final double MARGIN = 5;

  private final Polyline line = new Polyline();
  private float[] course = new float[0];

  Sparkline() {
    line.getStyleClass().add("sparkline");
    line.setManaged(false);
    setMouseTransparent(true);
    getChildren().add(line);
  }

  void show(float[] values, Color colour) {
    course = values;
    line.setStroke(colour);
    setNeedsLayout(true);
  }

  @Override
  protected void layoutChildren() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : course) {
      if (!Float.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    Double[] points = new Double[2 * points()];
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight() - 2 * MARGIN;
    int at = 0;
    for (int i = 0; i < course.length; i++) {
      if (!Float.isNaN(course[i])) {
        double share = high > low ? (course[i] - low) / (high - low) : 0.5;
        points[at++] = MARGIN + width * i / Math.max(1, course.length - 1);
        points[at++] = MARGIN + height * (1 - share);
      }
    }
    line.getPoints().setAll(points);
  }

  private int points() {
    int count = 0;
    for (float value : course) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    return count;
  }
}
