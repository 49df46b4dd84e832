package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/**
 * The place of the cursor in the window, with marks where something happened. What lies under the
 * pointer is told; a click beside the track goes to the very instant of a mark.
 */
final class Scrubber extends Pane {
  private static final double NS_PER_SECOND = 1e9;
  private static final double TOOLTIP_GAP = 6;
  private static final long NS_PER_MS = 1_000_000;

  /** As near to a mark one has to point, pixels. */
  private static final double REACH = 4;

  private static final double LEAST_WIDTH = 60;

  private final Slider slider = new Slider();
  private final Canvas canvas = new Canvas();
  private final Tooltip told = new Tooltip();
  private final LongConsumer seek;
  private Palette palette = Palette.DARK;
  private @Nullable ReplayData data;
  private @Nullable ScrubberMarks marks;
  private boolean following;
  private boolean stale;
  private double drawnFor;

  /**
   * A scrubber of no replay.
   *
   * @param seek told where a user wants to go, ns since 1970 UTC
   */
  Scrubber(LongConsumer seek) {
    this.seek = seek;
    slider.setId("replay-scrubber");
    slider.setAccessibleText("Place in the window (Home, End)");
    canvas.setMouseTransparent(true);
    getChildren().addAll(canvas, slider);
    setMinWidth(LEAST_WIDTH);
    told.setId("replay-scrubber-card");
    told.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
    slider
        .valueProperty()
        .addListener((property, old, seconds) -> {
          if (!following && data != null) {
            seek.accept(data.startNs() + Math.round(seconds.doubleValue() * NS_PER_SECOND));
          }
        });
    addEventFilter(MouseEvent.MOUSE_MOVED, event -> tell(event.getX()));
    addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> tell(event.getX()));
    setOnMouseExited(event -> told.hide());
    setOnMousePressed(event -> goTo(event.getX())); // the track keeps what is pressed on it
  }

  /** Draws in these colours from now on. */
  void palette(Palette wanted) {
    palette = wanted;
    stale = true;
    requestLayout();
  }

  /** Has this window and these marks from now on. */
  void show(ReplayData shown, ScrubberMarks wanted) {
    data = shown;
    marks = wanted;
    following = true;
    slider.setMax((shown.endNs() - shown.startNs()) / NS_PER_SECOND);
    following = false;
    slider.setAccessibleHelp("Marked: " + wanted.summary());
    stale = true;
    requestLayout();
  }

  /** Shows where the cursor is. */
  void follow(long cursorNs) {
    if (data != null) {
      following = true;
      slider.setValue((cursorNs - data.startNs()) / NS_PER_SECOND);
      following = false;
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    Lettering letters = palette.lettering();
    return letters.px(ScrubberLanes.ABOVE) + slider.prefHeight(width) + below(letters);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private static double below(Lettering letters) {
    return letters.px(ScrubberLanes.BELOW);
  }

  @Override
  protected void layoutChildren() {
    Lettering letters = palette.lettering();
    double track = slider.prefHeight(getWidth());
    double top = (getHeight() - track - letters.px(ScrubberLanes.ABOVE) - below(letters)) / 2;
    canvas.relocate(0, Math.round(top));
    fit(getWidth(), letters.px(ScrubberLanes.ABOVE) + track + below(letters));
    slider.resizeRelocate(0, Math.round(top) + letters.px(ScrubberLanes.ABOVE), getWidth(), track);
    slider.layout();
    boolean moved = drawnFor != thumbWidth(); // the track begins in the middle of the thumb
    if ((stale || moved) && marks != null) {
      new ScrubberLanes(canvas, palette, this::x).draw(marks);
      drawnFor = thumbWidth();
      stale = false;
    }
  }

  /** Marks are drawn anew where they lie elsewhere, and not with every move of the thumb. */
  private void fit(double width, double height) {
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      stale = true;
    }
  }

  /** Pixels of an instant: where the middle of the thumb would stand. */
  int x(long instantNs) {
    ReplayData shown = data;
    if (shown == null) {
      return 0;
    }
    double share = (instantNs - shown.startNs()) / (double) (shown.endNs() - shown.startNs());
    return (int) Math.round(trackStart() + share * trackLength());
  }

  private long instant(ReplayData of, double x) {
    double share = Math.clamp((x - trackStart()) / trackLength(), 0, 1);
    return of.startNs() + Math.round(share * (of.endNs() - of.startNs()));
  }

  private double trackStart() {
    return slider.snappedLeftInset() + thumbWidth() / 2;
  }

  private double trackLength() {
    double room = getWidth() - slider.snappedLeftInset() - slider.snappedRightInset();
    return Math.max(1, room - thumbWidth());
  }

  private double thumbWidth() {
    Node thumb = slider.lookup(".thumb");
    return thumb == null ? 0 : thumb.prefWidth(-1);
  }

  private void goTo(double x) {
    ReplayData shown = data;
    ScrubberMarks near = marks;
    if (shown != null && near != null) {
      long pointed = instant(shown, x);
      long from = instant(shown, x - REACH);
      seek.accept(near.nearest(pointed, from, instant(shown, x + REACH)).orElse(pointed));
    }
  }

  private void tell(double x) {
    ReplayData shown = data;
    ScrubberMarks near = marks;
    if (shown == null || near == null || getScene() == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(AxisTicks.time(instant(shown, x), NS_PER_MS) + " UTC");
    lines.addAll(near.words(instant(shown, x - REACH), instant(shown, x + REACH)));
    told.setText(String.join("\n", lines));
    Bounds place = localToScreen(getLayoutBounds());
    told.show(this, place.getMinX() + x, place.getMinY() + canvas.getLayoutY() - TOOLTIP_GAP);
  }
}
