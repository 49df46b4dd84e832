package io.makerbench.workbench.replay;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The pointer on the market: the wheel zooms time, with Control (or on the price axis) prices, with
 * Shift it moves along; dragging moves the view, with Shift it chooses a part to zoom to, and on an
 * axis it stretches it. A double click moves the time cursor, a right click has the columns.
 */
final class MarketGestures {
  private static final double ZOOM_A_NOTCH = 1.2;
  private static final double PIXELS_A_NOTCH = 40;
  private static final double LEAST_CHOICE_PIXELS = 6;

  /** Pixels along an axis that double what it shows. */
  private static final double PIXELS_TO_DOUBLE = 120;

  /** What dragging does. */
  private enum Drag {
    NOTHING,
    MOVE,
    CHOOSE,
    STRETCH_TIME,
    STRETCH_PRICE
  }

  private final MarketView view;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private Drag drag = Drag.NOTHING;

  MarketGestures(MarketView view) {
    this.view = view;
    view.setCursor(Cursor.CROSSHAIR);
    view.setOnScroll(this::scroll);
    view.setOnMousePressed(this::press);
    view.setOnMouseDragged(this::drag);
    view.setOnMouseReleased(this::release);
    view.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
        view.seekAt(event.getX());
      }
    });
    view.setOnMouseMoved(event -> {
      view.setCursor(cursor(dragAt(event)));
      view.pointAt(event.getX(), event.getY());
    });
    view.setOnContextMenuRequested(event -> {
      if (view.showsMarket()) {
        view.openMenu(event.getScreenX(), event.getScreenY());
      }
    });
    view.setOnMouseExited(event -> view.pointAway());
  }

  private static Cursor cursor(Drag drag) {
    return switch (drag) {
      case STRETCH_TIME -> Cursor.H_RESIZE;
      case STRETCH_PRICE -> Cursor.V_RESIZE;
      case NOTHING -> Cursor.DEFAULT;
      case MOVE, CHOOSE -> Cursor.CROSSHAIR;
    };
  }

  private void scroll(ScrollEvent event) {
    Scene scene = view.shown();
    Camera camera = view.camera();
    if (scene == null || camera == null) {
      return;
    }
    double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    double notches = delta / PIXELS_A_NOTCH;
    PictureLayout layout = scene.layout();
    Viewport shown = camera.view();
    if (event.isShiftDown()) {
      camera.pan(Math.round(-notches * PIXELS_A_NOTCH / layout.width() * shown.spanNs()), 0);
    } else if (layout.showsMarket() && (event.isControlDown() || event.getX() > layout.width())) {
      camera.zoomPrice(
          Math.pow(ZOOM_A_NOTCH, -notches), shown.tickAt(event.getY(), layout.market()));
    } else {
      camera.zoomTime(Math.pow(ZOOM_A_NOTCH, -notches), shown.timeAt(event.getX(), layout.width()));
    }
    event.consume();
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    lastX = pressX;
    lastY = pressY;
    drag = event.getButton() == MouseButton.PRIMARY ? dragAt(event) : Drag.NOTHING;
    Camera camera = view.camera();
    if (camera != null && (drag == Drag.STRETCH_TIME || drag == Drag.STRETCH_PRICE)) {
      camera.beginStretch();
    }
  }

  /** What dragging from a place does. */
  private Drag dragAt(MouseEvent event) {
    Scene scene = view.shown();
    if (scene == null) {
      return Drag.NOTHING;
    }
    PictureLayout layout = scene.layout();
    if (event.getY() >= layout.height()) {
      return Drag.STRETCH_TIME;
    }
    if (event.getX() >= layout.width()) {
      boolean beside = layout.showsMarket() && event.getY() < layout.market();
      return beside ? Drag.STRETCH_PRICE : Drag.NOTHING;
    }
    return layout.showsMarket() && event.isShiftDown() ? Drag.CHOOSE : Drag.MOVE;
  }

  private void drag(MouseEvent event) {
    Scene scene = view.shown();
    Camera camera = view.camera();
    if (scene == null || camera == null) {
      return;
    }
    Viewport shown = camera.view();
    PictureLayout layout = scene.layout();
    double right = event.getX() - lastX;
    double down = event.getY() - lastY;
    switch (drag) {
      case NOTHING -> {}
      case CHOOSE -> view.crossHair().choose(pressX, pressY, event.getX(), event.getY());
      case MOVE ->
          camera.pan(
              Math.round(-right / layout.width() * shown.spanNs()),
              layout.showsMarket() ? down / layout.market() * shown.ticks() : 0);
      case STRETCH_TIME -> camera.stretchTime(stretch(-right), shown.endNs());
      case STRETCH_PRICE -> camera.stretchPrice(stretch(down));
    }
    lastX = event.getX();
    lastY = event.getY();
  }

  private static double stretch(double pixels) {
    return Math.pow(2, pixels / PIXELS_TO_DOUBLE);
  }

  /** Takes the rectangle that is being chosen away; false where there is none. */
  boolean cancel() {
    boolean choosing = drag == Drag.CHOOSE;
    if (choosing) {
      drag = Drag.NOTHING;
      view.crossHair().chooseNothing();
    }
    return choosing;
  }

  private void release(MouseEvent event) {
    Scene scene = view.shown();
    Camera camera = view.camera();
    boolean choosing = cancel();
    boolean large =
        Math.abs(event.getX() - pressX) > LEAST_CHOICE_PIXELS
            && Math.abs(event.getY() - pressY) > LEAST_CHOICE_PIXELS;
    if (scene == null || camera == null || !choosing || !large) {
      return;
    }
    Viewport shown = camera.view();
    PictureLayout layout = scene.layout();
    double left = Math.min(pressX, event.getX());
    double right = Math.max(pressX, event.getX());
    double top = Math.min(pressY, event.getY());
    double bottom = Math.max(pressY, event.getY());
    camera.show(
        new Viewport(
            shown.timeAt(left, layout.width()),
            shown.timeAt(right, layout.width()),
            shown.tickAt(bottom, layout.market()),
            shown.tickAt(top, layout.market())));
  }
}
