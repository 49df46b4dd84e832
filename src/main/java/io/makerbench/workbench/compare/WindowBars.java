package io.makerbench.workbench.compare;

import io.makerbench.evaluate.Metric;
import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Realised profit window by window: a group of bars a window, a bar a contestant. */
final class WindowBars {
  private static final double LEFT = 64;
  private static final double TOP = 26;
  private static final double BOTTOM = 22;
  private static final double RIGHT = 8;
  private static final double TITLE_LEFT = 16;
  private static final double GROUP_SHARE = 0.72;

  private final Drawing drawing;
  private @Nullable ComparedPictures shown;

  WindowBars(ObservableValue<Palette> palette) {
    drawing = Drawing.onGround(palette, this::draw);
    drawing.setId("compare-bars");
    drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawing.setAccessibleText("Realised PnL of each window as bars, one a policy");
    drawing.setMinSize(120, 120);
  }

  Region view() {
    return drawing;
  }

  void show(ComparedPictures pictures) {
    shown = pictures;
    drawing.redraw();
  }

  private void draw(GraphicsContext graphics, Palette colours) {
    ComparedPictures shown = this.shown;
    Lettering letters = colours.lettering();
    if (shown == null
        || shown.windows().isEmpty()
        || drawing.getHeight() < letters.px(TOP) + letters.px(BOTTOM)) {
      return;
    }
    DoubleStream means =
        shown.windows().stream()
            .flatMapToDouble(w -> shown.contestants().stream().mapToDouble(c -> mean(shown, w, c)));
    ValueAxis axis =
        ValueAxis.around(
            DoubleStream.concat(DoubleStream.of(0), means),
            letters.px(TOP),
            drawing.getHeight() - letters.px(BOTTOM));
    new Frame(graphics, colours, axis).draw(shown);
  }

  /** Mean of the seeds; NaN where a contestant did not meet the window. */
  private static double mean(ComparedPictures pictures, String window, Contestant contestant) {
    return pictures.metrics().stream()
        .filter(row -> row.window().equals(window) && row.policy().equals(contestant.name()))
        .mapToDouble(row -> row.value(Metric.REALISED_PNL))
        .average()
        .orElse(Double.NaN);
  }

  /** One drawing. */
  private final class Frame {
    private final GraphicsContext graphics;
    private final Palette colours;
    private final Lettering letters;
    private final ValueAxis axis;

    Frame(GraphicsContext graphics, Palette colours, ValueAxis axis) {
      this.graphics = graphics;
      this.colours = colours;
      letters = colours.lettering();
      this.axis = axis;
    }

    void draw(ComparedPictures pictures) {
      graphics.setTextBaseline(VPos.CENTER);
      graphics.setFont(letters.title());
      graphics.setFill(colours.text());
      graphics.setTextAlign(TextAlignment.LEFT);
      graphics.fillText("Realised PnL by window", letters.px(TITLE_LEFT), letters.px(TOP) / 2);
      graphics.setFont(letters.small());
      axis.draw(graphics, colours, letters.px(LEFT), drawing.getWidth() - letters.px(RIGHT));
      double width =
          (drawing.getWidth() - letters.px(LEFT) - letters.px(RIGHT)) / pictures.windows().size();
      for (int w = 0; w < pictures.windows().size(); w++) {
        drawGroup(pictures, w, letters.px(LEFT) + w * width, width);
      }
    }

    private void drawGroup(ComparedPictures pictures, int window, double left, double width) {
      String name = pictures.windows().get(window);
      double bar = width * GROUP_SHARE / pictures.contestants().size();
      for (int place = 0; place < pictures.contestants().size(); place++) {
        double value = mean(pictures, name, pictures.contestants().get(place));
        if (!Double.isNaN(value)) {
          graphics.setFill(colours.curve(pictures.contestants().get(place).colour()));
          graphics.fillRect(
              left + width * (1 - GROUP_SHARE) / 2 + place * bar,
              Math.min(axis.row(value), axis.row(0)),
              Math.max(1, bar - 1),
              Math.max(1, Math.abs(axis.row(value) - axis.row(0))));
        }
      }
      graphics.setFill(colours.muted());
      graphics.setTextAlign(TextAlignment.CENTER);
      graphics.fillText(
          String.valueOf(window + 1),
          left + width / 2,
          drawing.getHeight() - letters.px(BOTTOM) / 2);
    }
  }
}
