package io.makerbench.workbench.replay;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The pointer on the market: the wheel zooms time, with Control (or on the price axis) prices, with
 * Shift it moves along; dragging moves the view, with Shift it chooses a part to zoom to. A double
 * click moves the time cursor.
 */
final class MarketGestures {
  private static final double ZOOM_A_NOTCH = 1.2;
  private static final double PIXELS_A_NOTCH = 40;
  private static final double LEAST_CHOICE_PIXELS = 6;

  private final MarketView view;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private boolean choosing;

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
    view.setOnMouseMoved(event -> view.pointAt(event.getX(), event.getY()));
    view.setOnMouseExited(event -> view.pointAway());
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
    choosing =
        view.showsMarket() && event.isShiftDown() && event.getButton() == MouseButton.PRIMARY;
  }

  private void drag(MouseEvent event) {
    Scene scene = view.shown();
    Camera camera = view.camera();
    if (scene == null || camera == null) {
      return;
    }
    if (choosing) {
      view.crossHair().choose(pressX, pressY, event.getX(), event.getY());
      return;
    }
    Viewport shown = camera.view();
    PictureLayout layout = scene.layout();
    camera.pan(
        Math.round((lastX - event.getX()) / layout.width() * shown.spanNs()),
        layout.showsMarket() ? (event.getY() - lastY) / layout.market() * shown.ticks() : 0);
    lastX = event.getX();
    lastY = event.getY();
  }

  private void release(MouseEvent event) {
    Scene scene = view.shown();
    Camera camera = view.camera();
    view.crossHair().chooseNothing();
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
