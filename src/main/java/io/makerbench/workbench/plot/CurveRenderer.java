package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.makerbench.workbench.panel.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Draws curves: the band as one rectangle a pixel column, the line above it. Rectangles cost a
 * fraction of a stroked path over the same noisy points.
 */
final class CurveRenderer extends AbstractRendererXY<CurveRenderer> {
  private static final double BAND_OPACITY = 0.18;
  private static final double LINE_WIDTH = 1.6;
  private static final double DOT_RADIUS = 2.5;

  private Palette palette = Palette.LIGHT;

  void paintWith(Palette colours) {
    palette = colours;
  }

  @Override
  protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
    if (dataSet instanceof CurveData data && data.points().size() > 0) {
      Color colour = palette.curve(data.curve().colour());
      gc.save();
      gc.setFill(colour.deriveColor(0, 1, 1, BAND_OPACITY));
      band(gc, data.points());
      gc.setStroke(colour);
      gc.setLineWidth(LINE_WIDTH);
      gc.setLineJoin(StrokeLineJoin.BEVEL);
      line(gc, data.points());
      gc.setFill(colour);
      loneDots(gc, data.points());
      gc.restore();
    }
  }

  private static double larger(double own, double neighbour) {
    return neighbour > own ? neighbour : own; // NaN of the neighbour is left out
  }

  private static double smaller(double own, double neighbour) {
    return neighbour < own ? neighbour : own;
  }

  /** Each bar reaches to the next, so that the band is whole. */
  private void band(GraphicsContext gc, Points points) {
    for (int i = 0; i < points.size(); i++) {
      double left = xAxis.getDisplayPosition(points.x()[i]);
      double right = i + 1 < points.size() ? xAxis.getDisplayPosition(points.x()[i + 1]) : left + 1;
      int next = Math.min(i + 1, points.size() - 1);
      double top = yAxis.getDisplayPosition(larger(points.high()[i], points.low()[next]));
      double bottom = yAxis.getDisplayPosition(smaller(points.low()[i], points.high()[next]));
      if (Double.isFinite(top) && bottom - top > 0.5) {
        double base = Double.isFinite(bottom) ? bottom : yAxis.getLength();
        gc.fillRect(left, top, Math.max(1, right - left), base - top);
      }
    }
  }

  private void line(GraphicsContext gc, Points points) {
    gc.beginPath();
    boolean drawing = false;
    for (int i = 0; i < points.size(); i++) {
      double x = xAxis.getDisplayPosition(points.x()[i]);
      double y = yAxis.getDisplayPosition(points.y()[i]);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        drawing = false;
      } else if (drawing) {
        gc.lineTo(x, y);
      } else {
        gc.moveTo(x, y);
        drawing = true;
      }
    }
    gc.stroke();
  }

  /** A point without neighbours has no line and would not be seen. */
  private void loneDots(GraphicsContext gc, Points points) {
    for (int i = 0; i < points.size(); i++) {
      boolean alone =
          (i == 0 || Double.isNaN(points.y()[i - 1]))
              && (i + 1 == points.size() || Double.isNaN(points.y()[i + 1]));
      double y = yAxis.getDisplayPosition(points.y()[i]);
      if (alone && Double.isFinite(y)) {
        double x = xAxis.getDisplayPosition(points.x()[i]);
        gc.fillOval(x - DOT_RADIUS, y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS);
      }
    }
  }

  @Override
  protected CurveRenderer getThis() {
    return this;
  }
}
