package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.makerbench.workbench.panel.Palette;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Draws curves: the raw values faintly, as one rectangle a pixel column (a thin line where they are
 * few), the smooth line above them. Rectangles cost a fraction of a stroked path over the same
 * noisy points.
 */
final class CurveRenderer extends AbstractRendererXY<CurveRenderer> {
  private static final double BAND_OPACITY = 0.18;
  private static final double AREA_OPACITY = 0.75;
  private static final double DASH = 5;
  private static final double RAW_OPACITY = 0.4;

  /** Beyond this many, stroking noise would cost too much, and bars look the same. */
  private static final int MOST_RAW_POINTS = 150;

  private static final double LINE_WIDTH = 1.6;
  private static final double DOT_RADIUS = 2.5;

  /** Strength of curves beside the one that is looked at. */
  private static final double FAINT = 0.15;

  private Palette palette = Palette.LIGHT;
  private Predicate<Curve> emphasised = curve -> true;

  void paintWith(Palette colours) {
    palette = colours;
  }

  void emphasise(Predicate<Curve> which) {
    emphasised = which;
  }

  @Override
  protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
    if (dataSet instanceof CurveData data && data.points().size() > 0) {
      gc.save();
      gc.setLineJoin(StrokeLineJoin.BEVEL);
      Color colour = palette.curve(data.curve().colour());
      boolean faint = !emphasised.test(data.curve());
      draw(
          gc,
          data.points(),
          data.curve().look(),
          faint ? colour.deriveColor(0, 1, 1, FAINT) : colour);
      gc.restore();
    }
  }

  private void draw(GraphicsContext gc, Points points, Look look, Color colour) {
    switch (look) {
      case LINE -> {
        raw(gc, points, colour);
        line(gc, points, colour);
      }
      case BARE -> line(gc, points, colour);
      case INTERVAL -> {
        gc.setFill(colour.deriveColor(0, 1, 1, BAND_OPACITY));
        interval(gc, points);
        line(gc, points, colour);
      }
      case DASHED -> {
        gc.setLineDashes(DASH, DASH);
        line(gc, points, colour);
      }
      case AREA -> {
        gc.setFill(colour.deriveColor(0, 1, 1, AREA_OPACITY));
        fill(gc, points, false);
      }
      case HEAT -> {
        gc.setFill(colour);
        fill(gc, points, true);
      }
    }
  }

  /** The bands as they are, a rectangle from each point to the next. */
  private void fill(GraphicsContext gc, Points points, boolean byValue) {
    for (int i = 0; i < points.size(); i++) {
      double left = Math.rint(xAxis.getDisplayPosition(points.x()[i]));
      int next = Math.min(i + 1, points.size() - 1);
      double right = Math.rint(xAxis.getDisplayPosition(points.x()[next]));
      double top = Math.rint(yAxis.getDisplayPosition(points.high()[i]));
      double bottom = Math.rint(yAxis.getDisplayPosition(points.low()[i]));
      if (bottom > top) {
        gc.setGlobalAlpha(byValue ? Math.clamp(Math.sqrt(points.y()[i]), 0, 1) : 1);
        gc.fillRect(left, top, Math.max(1, right - left), bottom - top);
      }
    }
  }

  private void raw(GraphicsContext gc, Points points, Color colour) {
    if (points.size() <= MOST_RAW_POINTS && points.flat()) {
      gc.setStroke(colour.deriveColor(0, 1, 1, RAW_OPACITY));
      gc.setLineWidth(1);
      line(gc, points, points.high());
    } else {
      gc.setFill(colour.deriveColor(0, 1, 1, BAND_OPACITY));
      band(gc, points);
    }
  }

  private void line(GraphicsContext gc, Points points, Color colour) {
    gc.setStroke(colour);
    gc.setLineWidth(LINE_WIDTH);
    line(gc, points, points.y());
    gc.setFill(colour);
    loneDots(gc, points);
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

  /** Between the edges of the band, in pieces where there are gaps. */
  private void interval(GraphicsContext gc, Points points) {
    int from = 0;
    for (int i = 0; i <= points.size(); i++) {
      if (i == points.size() || Double.isNaN(points.low()[i])) {
        piece(gc, points, from, i);
        from = i + 1;
      }
    }
  }

  private void piece(GraphicsContext gc, Points points, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int size = to - from;
    double[] x = new double[2 * size];
    double[] y = new double[2 * size];
    for (int i = 0; i < size; i++) {
      int back = 2 * size - 1 - i;
      x[i] = xAxis.getDisplayPosition(points.x()[from + i]);
      y[i] = edge(points.high()[from + i]);
      x[back] = x[i];
      y[back] = edge(points.low()[from + i]);
    }
    gc.fillPolygon(x, y, x.length);
  }

  /** A place beyond the picture, as below zero on a logarithmic axis, is its border. */
  private double edge(double value) {
    double place = yAxis.getDisplayPosition(value);
    double length = yAxis.getLength();
    return Double.isNaN(place) ? length : Math.clamp(place, -length, 2 * length);
  }

  private void line(GraphicsContext gc, Points points, double[] values) {
    gc.beginPath();
    boolean drawing = false;
    for (int i = 0; i < points.size(); i++) {
      double x = xAxis.getDisplayPosition(points.x()[i]);
      double y = yAxis.getDisplayPosition(values[i]);
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
