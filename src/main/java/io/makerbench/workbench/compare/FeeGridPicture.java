package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.plot.Numbers;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A latency–fee grid as cells: the stronger the colour, the more was earned or lost. */
final class FeeGridPicture extends Region {
  private static final double LEFT = 96;
  private static final double TOP = 36;
  private static final double BOTTOM = 48;
  private static final double RIGHT = 16;
  private static final double GAP = 2;
  private static final double STRONGEST = 0.85;

  /** What a dark surface reflects of the room. */
  private static final double DARKEST = 0.05;

  private static final double MICROS_PER_MS = 1000;
  private static final double LINE = 18;
  private static final double ROOM_FOR_INTERVAL = 44;

  private final ObservableValue<Palette> palette;
  private final Canvas canvas = new Canvas();
  private FeeGrid grid = new FeeGrid(List.of(), List.of(), List.of());
  private GridValue value = GridValue.DIFFERENCE;
  private String title = "";

  FeeGridPicture(ObservableValue<Palette> palette) {
    this.palette = palette;
    setId("fee-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Profit by latency and maker fee");
    setMinSize(200, 160);
    getChildren().add(canvas);
    palette.subscribe(colours -> draw());
  }

  void show(FeeGrid shown, String words, GridValue of) {
    grid = shown;
    value = of;
    title = words;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    Palette colours = palette.getValue();
    graphics.setFill(colours.ground());
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (grid.cells().isEmpty()) {
      return;
    }
    double width =
        (canvas.getWidth() - letters().px(LEFT) - letters().px(RIGHT)) / grid.latencies().size();
    double height =
        (canvas.getHeight() - letters().px(TOP) - letters().px(BOTTOM)) / grid.fees().size();
    graphics.setTextBaseline(VPos.CENTER);
    words(
        graphics,
        TextAlignment.LEFT,
        letters().title(),
        colours.text(),
        title,
        letters().px(LEFT),
        letters().px(TOP) / 2);
    for (int row = 0; row < grid.fees().size(); row++) {
      double fee = grid.fees().get(row);
      double y = letters().px(TOP) + (grid.fees().size() - 1 - row) * height;
      String label = Numbers.brief(fee) + " bps";
      words(
          graphics,
          TextAlignment.RIGHT,
          letters().plain(),
          colours.muted(),
          label,
          letters().px(LEFT) - 8,
          y + height / 2);
      for (int column = 0; column < grid.latencies().size(); column++) {
        double x = letters().px(LEFT) + column * width;
        FeeGrid.Cell cell = grid.at(fee, grid.latencies().get(column)).orElse(null);
        cell(graphics, colours, cell, x, y, width, height);
      }
    }
    for (int column = 0; column < grid.latencies().size(); column++) {
      double ms = grid.latencies().get(column) / MICROS_PER_MS;
      double middle = letters().px(LEFT) + (column + 0.5) * width;
      double under = canvas.getHeight() - letters().px(BOTTOM - 14);
      words(
          graphics,
          TextAlignment.CENTER,
          letters().plain(),
          colours.muted(),
          Numbers.brief(ms) + " ms",
          middle,
          under);
    }
    axes(graphics, colours);
  }

  private Lettering letters() {
    return palette.getValue().lettering();
  }

  private void axes(GraphicsContext graphics, Palette colours) {
    double middle = (letters().px(LEFT) + canvas.getWidth() - letters().px(RIGHT)) / 2;
    double foot = canvas.getHeight() - letters().px(12);
    words(
        graphics,
        TextAlignment.CENTER,
        letters().plain(),
        colours.muted(),
        "order latency",
        middle,
        foot);
    words(
        graphics,
        TextAlignment.LEFT,
        letters().plain(),
        colours.muted(),
        "maker fee",
        8,
        letters().px(TOP) / 2);
  }

  private void cell(
      GraphicsContext graphics,
      Palette colours,
      FeeGrid.@Nullable Cell cell,
      double x,
      double y,
      double width,
      double height) {
    double number = cell == null ? Double.NaN : value.of(cell);
    double share = Double.isNaN(number) ? 0 : number / Math.max(grid.largest(value::of), 1e-300);
    Color ink = share < 0 ? colours.curve(1) : colours.curve(0); // told apart by everyone
    Color fill =
        cell == null
            ? colours.grid()
            : colours.ground().interpolate(ink, STRONGEST * Math.abs(share));
    graphics.setFill(fill);
    graphics.fillRect(x + GAP, y + GAP, width - 2 * GAP, height - 2 * GAP);
    Color text = on(fill, colours);
    boolean difference = cell != null && cell.significant();
    String words = Numbers.precise(number) + (difference ? " *" : "");
    double middle = y + height / 2;
    String interval = cell == null ? "" : value.interval(cell);
    boolean room =
        height >= letters().px(ROOM_FOR_INTERVAL)
            && width >= Lettering.width(interval, letters().plain()) + 2 * GAP;
    String ends = room ? interval : "";
    double up = ends.isEmpty() ? 0 : letters().px(LINE) / 2;
    words(
        graphics, TextAlignment.CENTER, letters().title(), text, words, x + width / 2, middle - up);
    words(
        graphics, TextAlignment.CENTER, letters().plain(), text, ends, x + width / 2, middle + up);
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

  private static void words(
      GraphicsContext graphics,
      TextAlignment side,
      Font font,
      Color colour,
      String text,
      double x,
      double y) {
    graphics.setTextAlign(side);
    graphics.setFont(font);
    graphics.setFill(colour);
    graphics.fillText(text, x, y);
  }
}
