package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws on a canvas in the colours and letters of the theme, on whole pixels. All places and
 * lengths it is given are pixels beside text of the usual size; larger text makes all larger.
 */
final class Brush {
  private static final double TRACK_HEIGHT = 4;
  private static final double MARK_HEIGHT = 8;
  private static final double PLATE_ALPHA = 0.16;
  private static final double PLATE_HEIGHT = 15;

  private final GraphicsContext graphics;
  private final Palette palette;
  private final Lettering letters;

  private Brush(GraphicsContext graphics, Palette palette) {
    this.graphics = graphics;
    graphics.setTextBaseline(VPos.CENTER);
    this.palette = palette;
    letters = palette.lettering();
  }

  /**
   * A drawing made with a brush.
   *
   * @param painter draws on a clear ground
   */
  static Drawing drawing(Consumer<Brush> painter) {
    return new Drawing((graphics, palette) -> painter.accept(new Brush(graphics, palette)));
  }

  Palette palette() {
    return palette;
  }

  /** From left to right. */
  double width() {
    return letters.usual(graphics.getCanvas().getWidth());
  }

  /** How wide small words are. */
  double width(String words) {
    return letters.usual(Lettering.width(words, letters.small()));
  }

  Color colour(Level level) {
    return switch (level) {
      case GOOD -> palette.accent();
      case WARNING -> palette.warning();
      case DANGER -> palette.danger();
    };
  }

  void fill(Color colour, double x, double y, double width, double height) {
    graphics.setFill(colour);
    graphics.fillRect(
        letters.px(x),
        letters.px(y),
        Math.max(1, letters.px(width)),
        Math.max(1, letters.px(height)));
  }

  /** From one place to another, so that neighbours touch. */
  void span(Color colour, double from, double to, double y, double height) {
    double left = letters.px(from);
    graphics.setFill(colour);
    graphics.fillRect(
        left, letters.px(y), Math.max(1, letters.px(to) - left), Math.max(1, letters.px(height)));
  }

  void small(String words, double x, double y, TextAlignment side, Color colour) {
    text(letters.small(), words, x, y, side, colour);
  }

  void plain(String words, double x, double y, TextAlignment side, Color colour) {
    text(letters.plain(), words, x, y, side, colour);
  }

  void bold(String words, double x, double y, TextAlignment side, Color colour) {
    text(letters.bold(), words, x, y, side, colour);
  }

  /** In bold, pressed together where it is wider than its room. */
  void fitted(String words, double x, double y, double room, Color colour) {
    graphics.setFont(letters.bold());
    graphics.setFill(colour);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(words, letters.px(x), letters.px(y), letters.px(room));
  }

  private void text(Font font, String words, double x, double y, TextAlignment side, Color colour) {
    graphics.setFont(font);
    graphics.setFill(colour);
    graphics.setTextAlign(side);
    graphics.fillText(words, letters.px(x), letters.px(y));
  }

  /** Draws something so many pixels further down. */
  void shifted(double down, Runnable drawn) {
    graphics.save();
    graphics.translate(0, letters.px(down));
    drawn.run();
    graphics.restore();
  }

  /** A word on a plate of its colour. */
  void plate(String word, double x, double y, double width, Color colour) {
    graphics.setFill(colour.deriveColor(0, 1, 1, PLATE_ALPHA));
    round(x, y - PLATE_HEIGHT / 2, width, PLATE_HEIGHT, 2 * TRACK_HEIGHT);
    small(word, x + width / 2, y, TextAlignment.CENTER, colour);
  }

  /** A track of the whole of a bar, and a part of it filled. */
  void bar(double x, double y, double width, double from, double to, Color colour) {
    graphics.setFill(palette.grid());
    round(x, y, width, TRACK_HEIGHT, TRACK_HEIGHT);
    double left = Math.clamp(Math.min(from, to), 0, 1);
    double right = Math.clamp(Math.max(from, to), 0, 1);
    if (right > left) {
      graphics.setFill(colour);
      round(x + width * left, y, Math.max(2, width * (right - left)), TRACK_HEIGHT, TRACK_HEIGHT);
    }
  }

  private void round(double x, double y, double width, double height, double arc) {
    graphics.fillRoundRect(
        letters.px(x),
        letters.px(y),
        letters.px(width),
        letters.px(height),
        letters.px(arc),
        letters.px(arc));
  }

  /** A mark across a bar. */
  void mark(double x, double y, Color colour) {
    fill(colour, x, y - (MARK_HEIGHT - TRACK_HEIGHT) / 2, 1, MARK_HEIGHT);
  }

  /** A triangle whose base lies at {@code y}, pointing up or down. */
  void arrow(double x, double y, double height, Color colour) {
    double half = letters.px(Math.abs(height) * 0.6);
    double middle = letters.px(x);
    double base = letters.px(y);
    graphics.setFill(colour);
    graphics.fillPolygon(
        new double[] {middle - half, middle + half, middle},
        new double[] {base, base, letters.px(y - height)},
        3);
  }
}
