package io.makerbench.workbench.compare;

import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Drawing;
import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Parallel coordinates. The line under the pointer stands out and is told in words; a click on the
 * name of an axis turns it upside down.
 */
final class ParallelPicture {
  private static final double SIDE = 90;
  private static final double TOP = 58;
  private static final double BOTTOM = 34;
  private static final double FAINT = 0.45;
  private static final double NEAR = 24;
  private static final double TICK = 8;
  private static final int MOST_WORDS = 12;

  private final ObservableValue<Palette> palette;
  private final Drawing drawing;
  private final ReadOnlyStringWrapper read = new ReadOnlyStringWrapper("");
  private final Set<String> turned = new HashSet<>();
  private ParallelAxes shown = new ParallelAxes(List.of(), List.of());
  private ParallelAxes.@Nullable Line near;

  ParallelPicture(ObservableValue<Palette> palette) {
    this.palette = palette;
    drawing = Drawing.onGround(palette, this::draw);
    drawing.setId("parallel-picture");
    drawing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    drawing.setMinSize(320, 200);
    drawing.setOnMouseMoved(event -> point(event.getX(), event.getY()));
    drawing.setOnMouseExited(event -> point(-1, -1));
    drawing.setOnMouseClicked(this::turn);
  }

  Region view() {
    return drawing;
  }

  void show(ParallelAxes axes) {
    shown = axes;
    near = null;
    read.set("");
    drawing.setAccessibleText(
        "Parallel coordinates. "
            + axes.lines().stream().map(axes::words).collect(Collectors.joining(". ")));
    CopyMenu.offerPoints(drawing, axes::table);
    drawing.redraw();
  }

  /** What the line under the pointer says; empty while there is none. */
  ObservableStringValue reading() {
    return read.getReadOnlyProperty();
  }

  private Lettering letters() {
    return palette.getValue().lettering();
  }

  private double across(int axis) {
    int gaps = Math.max(1, shown.axes().size() - 1);
    return letters().px(SIDE) + axis * (drawing.getWidth() - 2 * letters().px(SIDE)) / gaps;
  }

  private double down(int axis, double value) {
    ParallelAxes.Axis of = shown.axes().get(axis);
    double place = of.place(value);
    double up = turned.contains(of.name()) ? 1 - place : place;
    return drawing.getHeight()
        - letters().px(BOTTOM)
        - up * (drawing.getHeight() - letters().px(TOP) - letters().px(BOTTOM));
  }

  private void turn(MouseEvent event) {
    for (int i = 0; i < shown.axes().size() && event.getY() < letters().px(TOP); i++) {
      String name = shown.axes().get(i).name();
      if (Math.abs(event.getX() - across(i)) < letters().px(SIDE) / 2 && !turned.remove(name)) {
        turned.add(name);
      }
    }
    drawing.redraw();
  }

  /** Finds the line nearest to a point. */
  private void point(double x, double y) {
    ParallelAxes.Line best = null;
    double distance = letters().px(NEAR);
    for (ParallelAxes.Line line : shown.lines()) {
      for (int i = 0; i + 1 < shown.axes().size(); i++) {
        double left = across(i);
        double right = across(i + 1);
        double share = (x - left) / (right - left);
        double height =
            (1 - share) * down(i, line.values().get(i))
                + share * down(i + 1, line.values().get(i + 1));
        if (share >= 0 && share <= 1 && Math.abs(height - y) < distance) {
          distance = Math.abs(height - y);
          best = line;
        }
      }
    }
    if (best != near) {
      near = best;
      read.set(best == null ? "" : shown.words(best));
      drawing.redraw();
    }
  }

  private void draw(GraphicsContext graphics, Palette colours) {
    if (shown.axes().isEmpty() || drawing.getHeight() < letters().px(TOP) + letters().px(BOTTOM)) {
      return;
    }
    graphics.setTextBaseline(VPos.CENTER);
    for (ParallelAxes.Line line : shown.lines()) {
      if (line != near) {
        Color colour = colours.curve(line.colour());
        line(graphics, line, near == null ? colour : colours.ground().interpolate(colour, FAINT));
      }
    }
    for (int i = 0; i < shown.axes().size(); i++) {
      axis(graphics, colours, i);
    }
    if (near != null) {
      graphics.setLineWidth(3);
      line(graphics, near, colours.curve(near.colour()));
      graphics.setLineWidth(1);
    }
  }

  private void line(GraphicsContext graphics, ParallelAxes.Line line, Color colour) {
    graphics.setStroke(colour);
    graphics.setFill(colour);
    for (int i = 0; i < line.values().size(); i++) {
      double y = down(i, line.values().get(i));
      if (Double.isNaN(y)) {
        continue;
      }
      graphics.fillOval(across(i) - 3, y - 3, 6, 6);
      double next = i + 1 < line.values().size() ? down(i + 1, line.values().get(i + 1)) : y;
      if (i + 1 < line.values().size() && !Double.isNaN(next)) {
        graphics.strokeLine(across(i), y, across(i + 1), next);
      }
    }
  }

  private void axis(GraphicsContext graphics, Palette colours, int place) {
    ParallelAxes.Axis axis = shown.axes().get(place);
    double x = across(place);
    graphics.setStroke(colours.muted());
    graphics.strokeLine(x, letters().px(TOP), x, drawing.getHeight() - letters().px(BOTTOM));
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setFont(letters().bold());
    graphics.setFill(colours.text());
    double room = Math.min(2 * letters().px(SIDE), across(1) - across(0));
    String arrow = turned.contains(axis.name()) ? " ↓" : " ↑";
    graphics.fillText(
        Lettering.cutFront(axis.name(), letters().bold(), room - 3 * letters().px(TICK)) + arrow,
        x,
        letters().px(TOP - 36));
    graphics.setFont(letters().small());
    graphics.setFill(colours.muted());
    graphics.fillText(axis.logarithmic() ? "log" : "", x, letters().px(TOP - 20));
    if (axis.words().isEmpty() || axis.words().size() > MOST_WORDS) {
      tick(graphics, axis, place, axis.low());
      if (axis.high() > axis.low()) {
        tick(graphics, axis, place, axis.high());
      }
    } else {
      for (int word = 0; word < axis.words().size(); word++) {
        tick(graphics, axis, place, word);
      }
    }
  }

  private void tick(GraphicsContext graphics, ParallelAxes.Axis axis, int place, double value) {
    double x = across(place);
    double y = down(place, value);
    boolean last = place == shown.axes().size() - 1;
    graphics.strokeLine(x - letters().px(TICK) / 2, y, x + letters().px(TICK) / 2, y);
    String words =
        Lettering.cutFront(
            axis.text(value), letters().small(), letters().px(SIDE) - letters().px(TICK));
    double wide = Lettering.width(words, letters().small());
    graphics.setFill(palette.getValue().ground()); // a line may pass behind the words
    graphics.fillRect(
        last ? x + letters().px(TICK) : x - letters().px(TICK) - wide,
        y - letters().px(TICK),
        wide,
        2 * letters().px(TICK));
    graphics.setFill(palette.getValue().muted());
    graphics.setTextAlign(last ? TextAlignment.LEFT : TextAlignment.RIGHT);
    graphics.fillText(words, last ? x + letters().px(TICK) : x - letters().px(TICK), y);
  }
}
