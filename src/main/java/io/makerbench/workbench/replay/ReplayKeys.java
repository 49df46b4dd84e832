package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Command;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the replay; they work wherever the focus is on its page, but not in a text field. */
final class ReplayKeys {
  /** The keys that belong to no command, in words. */
  static final Map<String, String> NAMES = names();

  private static final double NEAR_PIXELS = 1;
  private static final double FAR_PIXELS = 10;
  private static final double ZOOM = 1.5;

  private final PlaybackBar bar;
  private final Pictures pictures;
  private final ReplayCommands commands;

  ReplayKeys(PlaybackBar bar, Pictures pictures, ReplayCommands commands) {
    this.bar = bar;
    this.pictures = pictures;
    this.commands = commands;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("→  ←", "One step forward or back");
    names.put("Shift+→  Shift+←", "To the next fill, or the one before");
    names.put("↑  ↓", "Faster or slower");
    names.put("Home  End", "To the start or the end");
    names.put("Ctrl+arrows", "Move the picture by a pixel; with Shift by ten");
    names.put("+  −", "Zoom in time; with Shift in price");
    names.put("Ctrl+Z", "Take the last zoom back");
    names.put("Esc", "Leave the rectangle of a zoom, or a field");
    return Collections.unmodifiableMap(names);
  }

  void install(Node page) {
    page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean typing =
        event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ComboBoxBase;
    if (typing || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    Optional<Command> command = commands.of(event);
    command.ifPresent(given -> given.action().run());
    if (command.isPresent()) {
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE ? pictures.cancelChoice() : handled(event)) {
      event.consume();
    }
  }

  private boolean handled(KeyEvent event) {
    return event.isControlDown()
        ? control(event)
        : event.isShiftDown() ? shifted(event) : plain(event);
  }

  /** Arrows move the picture, far with Shift; Z takes a zoom back. */
  private boolean control(KeyEvent event) {
    Camera camera = pictures.camera();
    double pixels = event.isShiftDown() ? FAR_PIXELS : NEAR_PIXELS;
    if (camera == null) {
      return false;
    }
    switch (event.getCode()) {
      case Z -> camera.undo();
      case LEFT -> pictures.market().pan(-pixels, 0);
      case RIGHT -> pictures.market().pan(pixels, 0);
      case UP -> pictures.market().pan(0, pixels);
      case DOWN -> pictures.market().pan(0, -pixels);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean shifted(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT -> bar.forward(Step.FILL);
      case LEFT -> bar.back(Step.FILL);
      case PLUS, EQUALS, ADD -> pictures.zoomPrice(1 / ZOOM);
      case MINUS, SUBTRACT -> pictures.zoomPrice(ZOOM);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT -> bar.forward(bar.step());
      case LEFT -> bar.back(bar.step());
      case UP -> bar.faster();
      case DOWN -> bar.slower();
      case HOME -> bar.toStart();
      case END -> bar.toEnd();
      case PLUS, EQUALS, ADD -> pictures.zoomTime(1 / ZOOM);
      case MINUS, SUBTRACT -> pictures.zoomTime(ZOOM);
      default -> {
        return false;
      }
    }
    return true;
  }
}
