package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.util.Duration;

/** The upright lines of marks, each with a flag at its top to point at. */
final class MarkLines {
  private static final double FLAG = 6;
  private static final Duration BEFORE_WORDS = Duration.millis(150);

  private final XYChart chart;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Group> lines = new ArrayList<>();
  private Range shown = Range.EMPTY;

  MarkLines(XYChart chart) {
    this.chart = chart;
  }

  void show(List<Mark> wanted) {
    if (marks.equals(wanted)) {
      return;
    }
    chart.getCanvasForeground().getChildren().removeAll(lines);
    marks.clear();
    lines.clear();
    for (Mark mark : wanted) {
      marks.add(mark);
      lines.add(line(mark));
    }
    chart.getCanvasForeground().getChildren().addAll(lines);
    place(shown);
  }

  private Group line(Mark mark) {
    Line line = new Line();
    line.endYProperty().bind(chart.getCanvas().heightProperty());
    line.setMouseTransparent(true);
    Polygon flag = new Polygon(-FLAG, 0, FLAG, 0, 0, 1.5 * FLAG);
    Tooltip words = new Tooltip(mark.words());
    words.setShowDelay(BEFORE_WORDS);
    words.setWrapText(true);
    words.setMaxWidth(420);
    Tooltip.install(flag, words);
    Group group = new Group(line, flag);
    for (var part : List.of(line, flag)) {
      part.getStyleClass().addAll("plot-mark", mark.style());
    }
    return group;
  }

  /** Puts them where they belong while this stretch of x fills the plot. */
  void place(Range x) {
    shown = x;
    double width = chart.getCanvas().getWidth();
    for (int i = 0; i < lines.size(); i++) {
      double share = (marks.get(i).at() - x.min()) / x.length();
      lines.get(i).setVisible(share >= 0 && share <= 1);
      if (lines.get(i).isVisible()) {
        lines.get(i).setTranslateX(Math.rint(share * width) + 0.5);
      }
    }
  }
}
