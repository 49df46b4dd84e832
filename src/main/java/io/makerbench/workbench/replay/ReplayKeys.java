package io.makerbench.workbench.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the replay; they work wherever the focus is on its page, but not in a text field. */
final class ReplayKeys {
  /** The keys in words, for the list of shortcuts. */
  static final Map<String, String> NAMES = names();

  private static final double NEAR_PIXELS = 1;
  private static final double FAR_PIXELS = 10;
  private static final double ZOOM = 1.5;

  private final PlaybackBar bar;
  private final Pictures pictures;
  private final PictureBar choices;
  private final ExportBar export;
  private final Runnable backToNow;

  ReplayKeys(
      PlaybackBar bar,
      Pictures pictures,
      PictureBar choices,
      ExportBar export,
      Runnable backToNow) {
    this.bar = bar;
    this.pictures = pictures;
    this.choices = choices;
    this.export = export;
    this.backToNow = backToNow;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("Space", "Play or pause");
    names.put("→  ←", "One step forward or back");
    names.put("F  Shift+F", "To the next fill, or the one before");
    names.put("T  Shift+T", "To the next trade, or the one before");
    names.put("D  Shift+D", "To the next decision, or the one before");
    names.put("O  Shift+O", "To the next own order, or the one before");
    names.put("E  Shift+E", "To the next event of the market or of the venues, or the one before");
    names.put("↑  ↓", "Faster or slower");
    names.put("Home  End", "To the start or the end");
    names.put("L  K  Shift+L", "To the largest loss, the largest gain, the largest drawdown");
    names.put("X", "To where the kill switch of a desk was set");
    names.put("B  G  Shift+G", "Set a bookmark; go to the next one, or the one before");
    names.put("S  Shift+S", "To the next second, or the one before");
    names.put("N", "Follow the cursor again");
    names.put("A  C", "Show or hide the agent's mind, the ladder or the venues");
    names.put("P", "Save the picture");
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
    if (event.getCode() == KeyCode.ESCAPE ? pictures.cancelChoice() : handled(event)) {
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
      case LEFT, F -> bar.back(Step.FILL);
      case T -> bar.back(Step.TRADE);
      case D -> bar.back(Step.DECISION);
      case O -> bar.back(Step.ORDER);
      case E -> bar.back(Step.EVENT);
      case S -> bar.back(Step.SECOND);
      case G -> bar.jumps().toPreviousBookmark();
      case L -> bar.jumps().toLargestDrawdown();
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
      case SPACE -> bar.toggle();
      case RIGHT -> bar.forward(bar.step());
      case LEFT -> bar.back(bar.step());
      case F -> bar.forward(Step.FILL);
      case T -> bar.forward(Step.TRADE);
      case D -> bar.forward(Step.DECISION);
      case UP -> bar.faster();
      case DOWN -> bar.slower();
      case HOME -> bar.toStart();
      case END -> bar.toEnd();
      case S -> bar.forward(Step.SECOND);
      case PLUS, EQUALS, ADD -> pictures.zoomTime(1 / ZOOM);
      case MINUS, SUBTRACT -> pictures.zoomTime(ZOOM);
      case O -> bar.forward(Step.ORDER);
      case E -> bar.forward(Step.EVENT);
      case L -> bar.jumps().toLargestLoss();
      case K -> bar.jumps().toLargestGain();
      case X -> bar.toKill();
      case B -> bar.jumps().toggleBookmark();
      case G -> bar.jumps().toNextBookmark();
      case N -> backToNow.run();
      case P -> export.savePicture();
      case A -> choices.toggleAgent();
      case C -> choices.toggleLadder();
      default -> {
        return false;
      }
    }
    return true;
  }
}
