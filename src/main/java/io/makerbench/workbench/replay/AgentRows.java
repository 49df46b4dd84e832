package io.makerbench.workbench.replay;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws the rows of the view of a policy's mind: name, bar, value. */
final class AgentRows {
  private static final double ROW = 17;
  private static final double TITLE = 26;
  private static final double LEFT = 8;
  private static final double VALUE_WIDTH = 62;
  private static final double BAR_WIDTH = 70;
  private static final double GAP = 6;
  private static final Font TEXT = Font.font("System", 11);
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 11);

  private final Canvas canvas;
  private final GraphicsContext graphics;
  private final double width;
  private PictureStyle style = PictureStyle.DARK;

  AgentRows(Canvas canvas, double width) {
    this.canvas = canvas;
    this.width = width;
    graphics = canvas.getGraphicsContext2D();
    graphics.setTextBaseline(VPos.CENTER);
    canvas.setWidth(width);
  }

  void style(PictureStyle newStyle) {
    style = newStyle;
  }

  void draw(List<AgentRow> rows) {
    double height = GAP + rows.stream().mapToDouble(AgentRows::height).sum();
    if (canvas.getHeight() != height) {
      canvas.setHeight(height);
    }
    graphics.clearRect(0, 0, width, height);
    double top = 0;
    for (AgentRow row : rows) {
      draw(row, top);
      top += height(row);
    }
  }

  private static double height(AgentRow row) {
    return row.kind() == AgentRow.Kind.TITLE ? TITLE : ROW;
  }

  private void draw(AgentRow row, double top) {
    double middle = top + height(row) / 2;
    if (row.kind() == AgentRow.Kind.TITLE) {
      graphics.setFont(BOLD);
      text(row.name(), LEFT, middle + GAP / 2, width - LEFT, TextAlignment.LEFT, style.text());
      return;
    }
    boolean chosen = row.kind() == AgentRow.Kind.CHOSEN;
    double barLeft = width - VALUE_WIDTH - GAP - BAR_WIDTH;
    if (chosen) {
      fill(PictureStyle.withAlpha(style.value(), 0.16), 0, top, width, ROW);
      fill(style.value(), 0, top, 3, ROW);
    }
    bar(row, barLeft, top, chosen);
    graphics.setFont(chosen ? BOLD : TEXT);
    text(row.name(), LEFT, middle, barLeft - GAP - LEFT, TextAlignment.LEFT, style.text());
    text(row.value(), width - 4, middle, VALUE_WIDTH, TextAlignment.RIGHT, style.text());
  }

  private void bar(AgentRow row, double left, double top, boolean chosen) {
    if (row.to() > row.from()) {
      double alpha = chosen ? 0.95 : 0.5;
      fill(
          PictureStyle.withAlpha(style.value(), alpha),
          left + BAR_WIDTH * row.from(),
          top + 4,
          Math.max(1, BAR_WIDTH * (row.to() - row.from())),
          ROW - 8);
    }
  }

  private void fill(int argb, double x, double y, double w, double h) {
    graphics.setFill(MarketAxes.colour(argb));
    graphics.fillRect(x, y, w, h);
  }

  private void text(String words, double x, double y, double most, TextAlignment side, int argb) {
    graphics.setFill(MarketAxes.colour(argb));
    graphics.setTextAlign(side);
    graphics.fillText(words, x, y, most);
  }
}
