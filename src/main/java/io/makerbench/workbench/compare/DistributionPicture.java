package io.makerbench.workbench.compare;

import io.makerbench.evaluate.BoxFigures;
import io.makerbench.evaluate.MeanMargin;
import io.makerbench.evaluate.Regime;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A metric's distribution as boxes with every passage as a dot, a box a policy; beside it the means
 * by regime as bars with their 95 % intervals.
 */
final class DistributionPicture {
  private static final double LEFT = 72;
  private static final double RIGHT = 16;
  private static final double TOP = 34;
  private static final double BOTTOM = 44;
  private static final double GAP = 40;
  private static final double BOXES_SHARE = 0.5;
  private static final double BOX_SHARE = 0.5;
  private static final double WIDEST_BOX = 90;
  private static final double BAR_SHARE = 0.76;
  private static final double DOT = 5;
  private static final double GOLDEN = 0.618033988749895;
  private static final double FAINT = 0.22;

  private final Drawing drawing;
  private final Tooltip figures = new Tooltip();
  private @Nullable Distribution shown;

  DistributionPicture(ObservableValue<Palette> palette) {
    drawing = Drawing.onGround(palette, this::draw);
    drawing.setId("distribution-picture");
    drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawing.setMinSize(320, 200);
    Tooltip.install(drawing, figures);
  }

  Region view() {
    return drawing;
  }

  void show(Distribution distribution) {
    shown = distribution;
    figures.setText(words(distribution));
    drawing.setAccessibleText(distribution.metric().label() + ": " + words(distribution));
    CopyMenu.offerPoints(drawing, distribution::table);
    drawing.redraw();
  }

  /** The figures of every box, a line a policy. */
  static String words(Distribution distribution) {
    StringBuilder words = new StringBuilder();
    for (Contestant contestant : distribution.contestants()) {
      double[] values = distribution.values(contestant);
      if (values.length > 0) {
        BoxFigures box = BoxFigures.of(values);
        words
            .append(words.isEmpty() ? "" : "\n")
            .append(
                "%s: median %s, middle half %s to %s, mean %s, %d passages"
                    .formatted(
                        contestant.name(),
                        Numbers.precise(box.median()),
                        Numbers.precise(box.lowQuartile()),
                        Numbers.precise(box.highQuartile()),
                        Numbers.precise(box.mean()),
                        values.length));
      }
    }
    return words.toString();
  }

  private void draw(GraphicsContext graphics, Palette colours) {
    Lettering letters = colours.lettering();
    if (shown != null && drawing.getHeight() > letters.px(TOP) + letters.px(BOTTOM)) {
      new Frame(graphics, colours, shown).draw();
    }
  }

  /** One drawing. */
  private final class Frame {
    private final GraphicsContext graphics;
    private final Palette colours;
    private final Distribution distribution;
    private final Lettering letters;
    private final double middle;

    Frame(GraphicsContext graphics, Palette colours, Distribution distribution) {
      this.graphics = graphics;
      this.colours = colours;
      letters = colours.lettering();
      middle =
          letters.px(LEFT)
              + (drawing.getWidth() - letters.px(LEFT) - letters.px(RIGHT)) * BOXES_SHARE;
      this.distribution = distribution;
    }

    void draw() {
      graphics.setTextBaseline(VPos.CENTER);
      String unit = distribution.metric().unit();
      title(
          distribution.metric().label() + (unit.isEmpty() ? "" : " (" + unit + ") a window"),
          letters.px(LEFT));
      boxes();
      title(
          "Mean by regime, with its 95 % interval",
          middle + letters.px(LEFT) + GAP - letters.px(RIGHT));
      bars();
    }

    private void title(String words, double left) {
      graphics.setFont(letters.title());
      graphics.setFill(colours.text());
      graphics.setTextAlign(TextAlignment.LEFT);
      graphics.fillText(words, left, letters.px(TOP) / 2);
      graphics.setFont(letters.small());
    }

    private ValueAxis axis(DoubleStream values) {
      return ValueAxis.around(values, letters.px(TOP), drawing.getHeight() - letters.px(BOTTOM));
    }

    private void boxes() {
      List<Contestant> filled =
          distribution.contestants().stream()
              .filter(c -> distribution.values(c).length > 0)
              .toList();
      ValueAxis axis =
          axis(filled.stream().flatMapToDouble(c -> Arrays.stream(distribution.values(c))));
      axis.draw(graphics, colours, letters.px(LEFT), middle);
      double width = (middle - letters.px(LEFT)) / Math.max(1, filled.size());
      for (int i = 0; i < filled.size(); i++) {
        box(axis, filled.get(i), letters.px(LEFT) + (i + 0.5) * width, width);
      }
    }

    private void box(ValueAxis axis, Contestant contestant, double x, double width) {
      double[] values = distribution.values(contestant);
      BoxFigures box = BoxFigures.of(values);
      Color colour = colours.curve(contestant.colour());
      double half = Math.min(letters.px(WIDEST_BOX), width * BOX_SHARE) / 2;
      double top = axis.row(box.highQuartile());
      double tall = Math.max(1, axis.row(box.lowQuartile()) - top);
      graphics.setFill(colours.ground().interpolate(colour, FAINT));
      graphics.fillRect(x - half, top, 2 * half, tall);
      graphics.setStroke(colour);
      graphics.setLineWidth(1);
      graphics.strokeRect(x - half, top, 2 * half, tall);
      graphics.strokeLine(x, top, x, axis.row(box.highWhisker()));
      graphics.strokeLine(x, top + tall, x, axis.row(box.lowWhisker()));
      graphics.setLineWidth(2.5);
      graphics.strokeLine(x - half, axis.row(box.median()), x + half, axis.row(box.median()));
      graphics.setLineWidth(1);
      for (int i = 0; i < values.length; i++) {
        double aside = ((i * GOLDEN) % 1 - 0.5) * half;
        graphics.setFill(colour);
        graphics.fillOval(
            x + aside - letters.px(DOT) / 2,
            axis.row(values[i]) - letters.px(DOT) / 2,
            letters.px(DOT),
            letters.px(DOT));
      }
      mean(x, axis.row(box.mean()));
      label(contestant.name(), x, width, 0);
    }

    /** A diamond. */
    private void mean(double x, double y) {
      graphics.setFill(colours.text());
      graphics.fillPolygon(
          new double[] {x - letters.px(DOT), x, x + letters.px(DOT), x},
          new double[] {y, y - letters.px(DOT), y, y + letters.px(DOT)},
          4);
    }

    private void label(String words, double x, double width, int line) {
      graphics.setFill(colours.muted());
      graphics.setTextAlign(TextAlignment.CENTER);
      graphics.fillText(
          Lettering.cut(words, letters.small(), width),
          x,
          drawing.getHeight() - letters.px(BOTTOM) + letters.px(14 + line * 15.0));
    }

    private void bars() {
      List<Regime.Group> groups = distribution.groups();
      double left = middle + letters.px(LEFT) + GAP - letters.px(RIGHT);
      double right = drawing.getWidth() - letters.px(RIGHT);
      ValueAxis axis =
          axis(
              DoubleStream.concat(
                  DoubleStream.of(0),
                  groups.stream()
                      .flatMap(g ->
                          distribution.contestants().stream().map(c -> Mean.of(distribution, c, g)))
                      .flatMapToDouble(m -> DoubleStream.of(m.low(), m.value(), m.high()))));
      axis.draw(graphics, colours, left, right);
      double width = (right - left) / Math.max(1, groups.size());
      for (int i = 0; i < groups.size(); i++) {
        group(axis, groups.get(i), left + i * width, width);
      }
    }

    private static String range(Regime.Group group) {
      String low = Numbers.brief(group.low());
      String high = Numbers.brief(group.high());
      return low.equals(high) ? low : low + " to " + high;
    }

    private void group(ValueAxis axis, Regime.Group group, double left, double width) {
      double bar = width * BAR_SHARE / distribution.contestants().size();
      for (int i = 0; i < distribution.contestants().size(); i++) {
        Contestant contestant = distribution.contestants().get(i);
        Mean mean = Mean.of(distribution, contestant, group);
        if (Double.isFinite(mean.value())) {
          double x = left + width * (1 - BAR_SHARE) / 2 + i * bar;
          double from = Math.min(axis.row(0), axis.row(mean.value()));
          graphics.setFill(colours.curve(contestant.colour()));
          graphics.fillRect(
              x, from, Math.max(1, bar - 2), Math.abs(axis.row(0) - axis.row(mean.value())));
          if (mean.high() > mean.low()) {
            graphics.setStroke(colours.text());
            graphics.strokeLine(
                x + bar / 2 - 1, axis.row(mean.low()), x + bar / 2 - 1, axis.row(mean.high()));
          }
        }
      }
      double x = left + width / 2;
      int windows = group.windows().size();
      label(group.name() + ", " + windows + (windows == 1 ? " window" : " windows"), x, width, 0);
      label(range(group) + " " + distribution.regime().unit(), x, width, 1);
    }
  }

  /** Mean of a contestant in a regime; its interval is the mean itself where there is one value. */
  private record Mean(double value, double low, double high) {
    static Mean of(Distribution distribution, Contestant contestant, Regime.Group group) {
      double[] values = distribution.values(contestant, group.windows());
      double mean = Arrays.stream(values).average().orElse(Double.NaN);
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double margin = MeanMargin.of(values.length, Math.sqrt(squares / (values.length - 1)));
      return Double.isFinite(margin)
          ? new Mean(mean, mean - margin, mean + margin)
          : new Mean(mean, mean, mean);
    }
  }
}
