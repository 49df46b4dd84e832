package io.makerbench.workbench.replay;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the replay; they work wherever the focus is on its page, but not in a text field. */
final class ReplayKeys {
  private final PlaybackBar bar;
  private final MarketView market;
  private final Runnable backToNow;

  ReplayKeys(PlaybackBar bar, MarketView market, Runnable backToNow) {
    this.bar = bar;
    this.market = market;
    this.backToNow = backToNow;
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
    if (event.isControlDown()
        ? control(event)
        : event.isShiftDown() ? shifted(event) : plain(event)) {
      event.consume();
    }
  }

  private boolean control(KeyEvent event) {
    Camera camera = market.camera();
    if (event.getCode() != javafx.scene.input.KeyCode.Z || camera == null) {
      return false;
    }
    camera.undo();
    return true;
  }

  private boolean shifted(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT -> bar.forward(Step.FILL);
      case LEFT, F -> bar.back(Step.FILL);
      case T -> bar.back(Step.TRADE);
      case D -> bar.back(Step.DECISION);
      case L -> bar.toLargestDrawdown();
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
      case L -> bar.toLargestLoss();
      case B -> bar.toggleBookmark();
      case G -> bar.toNextBookmark();
      case N -> backToNow.run();
      default -> {
        return false;
      }
    }
    return true;
  }
}
