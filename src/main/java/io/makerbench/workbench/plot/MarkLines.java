package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** The upright lines of marks, each with a flag at its top to point at. */
final class MarkLines {
  private static final double FLAG = 6;
  private static final double WORDS_WIDTH = 420;

  /** Pixels from a line at which the pointer rests on it. */
  private static final double NEAR = 5;

  /** Pixels below the pointer at which words appear. */
  private static final double BELOW = 16;

  private final XYChart chart;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Group> lines = new ArrayList<>();
  private final Tooltip words = new Tooltip();
  private Range shown = Range.EMPTY;

  MarkLines(XYChart chart) {
    this.chart = chart;
    words.setWrapText(true);
    words.setMaxWidth(WORDS_WIDTH);
    // The pane the lines lie in lets the pointer through to the canvas.
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_MOVED, this::pointAt);
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_EXITED, event -> words.hide());
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
    Group group = new Group(line, flag);
    group.setManaged(false); // it is placed here, not by the pane's layout
    for (var part : List.of(line, flag)) {
      part.getStyleClass().addAll("plot-mark", mark.style());
    }
    return group;
  }

  private void pointAt(MouseEvent event) {
    for (int i = 0; i < lines.size(); i++) {
      Group line = lines.get(i);
      if (line.isVisible() && Math.abs(line.getTranslateX() - event.getX()) <= NEAR) {
        words.setText(marks.get(i).words());
        words.show(chart.getCanvas(), event.getScreenX(), event.getScreenY() + BELOW);
        return;
      }
    }
    words.hide();
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
