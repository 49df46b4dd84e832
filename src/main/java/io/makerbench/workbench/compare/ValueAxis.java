package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.Numbers;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * The vertical axis of a drawn picture.
 *
 * @param low value at the bottom
 * @param high value at the top
 * @param top pixels from the top of the picture to the highest value
 * @param bottom pixels from there to the lowest
 */
record ValueAxis(double low, double high, double top, double bottom) {
  private static final int RULES = 6;
  private static final double ROOM = 0.06;
  private static final double LABEL_GAP = 6;

  /** An axis with room for values, those that are not finite left out. */
  static ValueAxis around(DoubleStream values, double top, double bottom) {
    double[] finite = values.filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(0);
    double room = high == low ? 1 : (high - low) * ROOM;
    return new ValueAxis(low - room, high + room, top, bottom);
  }

  /** Where a value lies, in pixels from the top. */
  double row(double value) {
    return top + (high - value) / (high - low) * (bottom - top);
  }

  /** Rules at round numbers with their labels at the left. */
  void draw(GraphicsContext graphics, Palette colours, double left, double right) {
    graphics.setTextAlign(TextAlignment.RIGHT);
    double step = step();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      graphics.setStroke(colours.grid());
      graphics.strokeLine(left, row(i * step), right, row(i * step));
      graphics.setFill(colours.muted());
      graphics.fillText(Numbers.brief(i * step), left - LABEL_GAP, row(i * step));
    }
    if (low < 0 && high > 0) {
      graphics.setStroke(colours.muted());
      graphics.strokeLine(left, row(0), right, row(0));
    }
  }

  /** The smallest of 1, 2, 5 × 10ⁿ that gives few rules. */
  private double step() {
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / RULES)));
    double factor = (high - low) / RULES / power;
    return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
  }
}
