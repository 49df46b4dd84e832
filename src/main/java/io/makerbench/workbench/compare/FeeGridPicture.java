package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.Numbers;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A latency–fee grid as cells: the stronger the colour, the more was earned or lost. */
final class FeeGridPicture {
  private static final double LEFT = 96;
  private static final double TOP = 36;
  private static final double BOTTOM = 48;
  private static final double RIGHT = 16;
  private static final double FOOT = 12;
  private static final double LABEL_GAP = 8;
  private static final double GAP = 2;
  private static final double STRONGEST = 0.85;

  /** What a dark surface reflects of the room. */
  private static final double DARKEST = 0.05;

  private static final double MICROS_PER_MS = 1000;
  private static final double LINE = 18;
  private static final double ROOM_FOR_INTERVAL = 44;

  private final Drawing drawing;
  private FeeGrid grid = new FeeGrid(List.of(), List.of(), List.of());
  private GridValue value = GridValue.DIFFERENCE;
  private String title = "";

  FeeGridPicture(ObservableValue<Palette> palette) {
    drawing = Drawing.onGround(palette, this::draw);
    drawing.setId("fee-grid");
    drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawing.setAccessibleText("Profit by latency and maker fee");
    drawing.setMinSize(200, 160);
  }

  Region view() {
    return drawing;
  }

  void show(FeeGrid shown, String words, GridValue of) {
    grid = shown;
    value = of;
    title = words;
    drawing.redraw();
  }

  private void draw(GraphicsContext graphics, Palette colours) {
    if (!grid.cells().isEmpty()) {
      new Frame(graphics, colours).draw();
    }
  }

  /** One drawing. */
  private final class Frame {
    private final GraphicsContext graphics;
    private final Palette colours;
    private final Lettering letters;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    Frame(GraphicsContext graphics, Palette colours) {
      this.graphics = graphics;
      this.colours = colours;
      letters = colours.lettering();
      left = letters.px(LEFT);
      top = letters.px(TOP);
      width = (drawing.getWidth() - left - letters.px(RIGHT)) / grid.latencies().size();
      height = (drawing.getHeight() - top - letters.px(BOTTOM)) / grid.fees().size();
    }

    void draw() {
      graphics.setTextBaseline(VPos.CENTER);
      words(TextAlignment.LEFT, letters.title(), colours.text(), title, left, top / 2);
      for (int row = 0; row < grid.fees().size(); row++) {
        row(grid.fees().get(row), top + (grid.fees().size() - 1 - row) * height);
      }
      double under = drawing.getHeight() - letters.px(BOTTOM - 14);
      for (int column = 0; column < grid.latencies().size(); column++) {
        String ms = Numbers.brief(grid.latencies().get(column) / MICROS_PER_MS) + " ms";
        label(TextAlignment.CENTER, ms, left + (column + 0.5) * width, under);
      }
      double middle = (left + drawing.getWidth() - letters.px(RIGHT)) / 2;
      label(TextAlignment.CENTER, "order latency", middle, drawing.getHeight() - letters.px(FOOT));
      label(TextAlignment.LEFT, "maker fee", LABEL_GAP, top / 2);
    }

    private void row(double fee, double y) {
      String bps = Numbers.brief(fee) + " bps";
      label(TextAlignment.RIGHT, bps, left - LABEL_GAP, y + height / 2);
      for (int column = 0; column < grid.latencies().size(); column++) {
        cell(grid.at(fee, grid.latencies().get(column)).orElse(null), left + column * width, y);
      }
    }

    private void cell(FeeGrid.@Nullable Cell cell, double x, double y) {
      double number = cell == null ? Double.NaN : value.of(cell);
      Color fill = cell == null ? colours.grid() : fill(number);
      graphics.setFill(fill);
      graphics.fillRect(x + GAP, y + GAP, width - 2 * GAP, height - 2 * GAP);
      Color text = on(fill, colours);
      boolean difference = cell != null && cell.significant();
      String interval = cell == null ? "" : value.interval(cell);
      boolean room =
          height >= letters.px(ROOM_FOR_INTERVAL)
              && width >= Lettering.width(interval, letters.plain()) + 2 * GAP;
      String ends = room ? interval : "";
      double up = ends.isEmpty() ? 0 : letters.px(LINE) / 2;
      double middle = y + height / 2;
      words(
          TextAlignment.CENTER,
          letters.title(),
          text,
          Numbers.precise(number) + (difference ? " *" : ""),
          x + width / 2,
          middle - up);
      words(TextAlignment.CENTER, letters.plain(), text, ends, x + width / 2, middle + up);
    }

    private Color fill(double number) {
      double share = Double.isNaN(number) ? 0 : number / Math.max(grid.largest(value::of), 1e-300);
      Color ink = share < 0 ? colours.curve(1) : colours.curve(0); // told apart by everyone
      return colours.ground().interpolate(ink, STRONGEST * Math.abs(share));
    }

    private void label(TextAlignment side, String text, double x, double y) {
      words(side, letters.plain(), colours.muted(), text, x, y);
    }

    private void words(
        TextAlignment side, Font font, Color colour, String text, double x, double y) {
      graphics.setTextAlign(side);
      graphics.setFont(font);
      graphics.setFill(colour);
      graphics.fillText(text, x, y);
    }
  }

  /** What stands out more from a ground (WCAG 2.2, contrast ratio). */
  private static Color on(Color ground, Palette colours) {
    boolean text = contrast(colours.text(), ground) >= contrast(colours.ground(), ground);
    return text ? colours.text() : colours.ground();
  }

  private static double contrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + DARKEST) / (darker + DARKEST);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
