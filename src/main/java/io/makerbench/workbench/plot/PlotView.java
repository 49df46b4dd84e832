package io.makerbench.workbench.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

/**
 * Curves on two axes. Drag across it to zoom, turn the wheel to zoom at the cursor, double-click to
 * see everything; the cross-hair names the values under the cursor. JavaFX thread only.
 */
public interface PlotView {
  Node node();

  /** Words above the plot; empty for none. */
  void title(String title);

  /** Names and units of the axes; a unit may be empty. */
  void axes(Axis x, Axis y);

  /** How x values are written at the axis and the cross-hair, for example as times. */
  void formatX(DoubleFunction<String> format);

  /** How y values are written at the axis. */
  void formatY(DoubleFunction<String> format);

  /** Reads values in a card beside the pointer instead of the heading: for many curves. */
  void readInCard();

  /** Draws these curves from now on. */
  void show(List<? extends Curve> curves);

  /** Shows these places from now on. */
  void marks(List<Mark> marks);

  /** Draws anew, after curves grew. */
  void refresh();

  /** What is in view when nothing is zoomed: at least this, and all of the curves. */
  void atLeast(Range x);

  /** The x range in view; {@link Range#EMPTY} to follow the whole of the curves. */
  ObjectProperty<Range> zoom();

  /** Where the cross-hair stands on the x axis; NaN when it is absent. */
  ObjectProperty<Double> cursor();

  /** Logarithmic y axis; values at or below zero are left out. */
  BooleanProperty logarithmic();

  /** Whether the y axis leaves out the rare values far from the others. */
  BooleanProperty withoutOutliers();

  /** The y range a user chose; {@link Range#EMPTY} to follow the curves. */
  ObjectProperty<Range> valueRange();

  /** Draws all other curves faintly. */
  void emphasise(Predicate<Curve> which);

  /** Zoom and cross-hair of both plots move together from now on. */
  default void link(PlotView other) {
    zoom().bindBidirectional(other.zoom());
    cursor().bindBidirectional(other.cursor());
  }

  /** Name and unit of an axis. */
  record Axis(String name, String unit) {}
}
