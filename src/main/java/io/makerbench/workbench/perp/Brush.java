package io.makerbench.workbench.perp;

import io.makerbench.workbench.panel.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas in the colours of the theme, on whole pixels. */
final class Brush {
  private static final Font SMALL = Font.font("System", 11);
  private static final Font PLAIN = Font.font("System", 12);
  private static final Font BOLD = Font.font("System", FontWeight.BOLD, 12);
  private static final double TRACK_HEIGHT = 4;
  private static final double MARK_HEIGHT = 8;
  private static final double PLATE_ALPHA = 0.16;
  private static final double PLATE_HEIGHT = 15;

  private final GraphicsContext graphics;
  private final Palette palette;

  Brush(Canvas canvas, Palette palette) {
    graphics = canvas.getGraphicsContext2D();
    graphics.setTextBaseline(VPos.CENTER);
    this.palette = palette;
  }

  Palette palette() {
    return palette;
  }

  /** Pixels from left to right. */
  double width() {
    return graphics.getCanvas().getWidth();
  }

  void clear() {
    graphics.clearRect(0, 0, graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
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
    graphics.fillRect(Math.round(x), Math.round(y), Math.max(1, Math.round(width)), height);
  }

  void small(String words, double x, double y, TextAlignment side, Color colour) {
    text(SMALL, words, x, y, side, colour);
  }

  void plain(String words, double x, double y, TextAlignment side, Color colour) {
    text(PLAIN, words, x, y, side, colour);
  }

  void bold(String words, double x, double y, TextAlignment side, Color colour) {
    text(BOLD, words, x, y, side, colour);
  }

  /** In bold, pressed together where it is wider than its room. */
  void fitted(String words, double x, double y, double room, Color colour) {
    graphics.setFont(BOLD);
    graphics.setFill(colour);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(words, Math.round(x), y, room);
  }

  private void text(Font font, String words, double x, double y, TextAlignment side, Color colour) {
    graphics.setFont(font);
    graphics.setFill(colour);
    graphics.setTextAlign(side);
    graphics.fillText(words, Math.round(x), y);
  }

  /** Draws something so many pixels further down. */
  void shifted(double down, Runnable drawn) {
    graphics.save();
    graphics.translate(0, down);
    drawn.run();
    graphics.restore();
  }

  /** A word on a plate of its colour. */
  void plate(String word, double x, double y, double width, Color colour) {
    graphics.setFill(colour.deriveColor(0, 1, 1, PLATE_ALPHA));
    graphics.fillRoundRect(x, y - PLATE_HEIGHT / 2, width, PLATE_HEIGHT, 8, 8);
    small(word, x + width / 2, y, TextAlignment.CENTER, colour);
  }

  /** A track of the whole of a bar, and a part of it filled. */
  void bar(double x, double y, double width, double from, double to, Color colour) {
    graphics.setFill(palette.grid());
    graphics.fillRoundRect(x, y, width, TRACK_HEIGHT, TRACK_HEIGHT, TRACK_HEIGHT);
    double left = Math.clamp(Math.min(from, to), 0, 1);
    double right = Math.clamp(Math.max(from, to), 0, 1);
    if (right > left) {
      graphics.setFill(colour);
      graphics.fillRoundRect(
          x + width * left,
          y,
          Math.max(2, width * (right - left)),
          TRACK_HEIGHT,
          TRACK_HEIGHT,
          TRACK_HEIGHT);
    }
  }

  /** A mark across a bar. */
  void mark(double x, double y, Color colour) {
    fill(colour, x, y - (MARK_HEIGHT - TRACK_HEIGHT) / 2, 1, MARK_HEIGHT);
  }

  /** A triangle whose base lies at {@code y}, pointing up or down. */
  void arrow(double x, double y, double height, Color colour) {
    double half = Math.abs(height) * 0.6;
    graphics.setFill(colour);
    graphics.fillPolygon(new double[] {x - half, x + half, x}, new double[] {y, y, y - height}, 3);
  }
}
