package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the rows of the view of a policy's mind: name, bar, value. */
final class AgentRows {
  private static final double ROW = 17;
  private static final double TITLE = 26;
  private static final double LEFT = 8;
  private static final double VALUE_WIDTH = 62;
  private static final double BAR_WIDTH = 70;
  private static final double GAP = 6;

  private final Canvas canvas;
  private final GraphicsContext graphics;
  private double width;
  private PictureStyle style = PictureStyle.DARK;
  private Lettering letters = Lettering.USUAL;

  AgentRows(Canvas canvas) {
    this.canvas = canvas;
    graphics = canvas.getGraphicsContext2D();
    graphics.setTextBaseline(VPos.CENTER);
  }

  /** Is so wide from now on. */
  void wide(double pixels) {
    width = pixels;
    canvas.setWidth(pixels);
  }

  void style(PictureStyle newStyle) {
    style = newStyle;
    letters = newStyle.lettering();
  }

  void draw(List<AgentRow> rows) {
    double height = GAP + rows.stream().mapToDouble(this::height).sum();
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

  private double height(AgentRow row) {
    return row.kind() == AgentRow.Kind.TITLE ? letters.px(TITLE) : letters.px(ROW);
  }

  private void draw(AgentRow row, double top) {
    double middle = top + height(row) / 2;
    if (row.kind() == AgentRow.Kind.TITLE) {
      graphics.setFont(letters.smallBold());
      text(row.name(), LEFT, middle + GAP / 2, width - LEFT, TextAlignment.LEFT, style.text());
      return;
    }
    boolean chosen = row.kind() == AgentRow.Kind.CHOSEN;
    double barLeft = width - letters.px(VALUE_WIDTH) - GAP - letters.px(BAR_WIDTH);
    if (chosen) {
      fill(PictureStyle.withAlpha(style.value(), 0.16), 0, top, width, letters.px(ROW));
      fill(style.value(), 0, top, 3, letters.px(ROW));
    }
    bar(row, barLeft, top, chosen);
    graphics.setFont(chosen ? letters.smallBold() : letters.small());
    text(row.name(), LEFT, middle, barLeft - GAP - LEFT, TextAlignment.LEFT, style.text());
    text(
        row.value(), width - 4, middle, letters.px(VALUE_WIDTH), TextAlignment.RIGHT, style.text());
  }

  private void bar(AgentRow row, double left, double top, boolean chosen) {
    if (row.to() > row.from()) {
      double alpha = chosen ? 0.95 : 0.5;
      fill(
          PictureStyle.withAlpha(style.value(), alpha),
          left + letters.px(BAR_WIDTH) * row.from(),
          top + letters.px(4),
          Math.max(1, letters.px(BAR_WIDTH) * (row.to() - row.from())),
          letters.px(ROW - 8));
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
