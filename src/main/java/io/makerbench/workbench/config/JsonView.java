package io.makerbench.workbench.config;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.util.Duration;

/** The configuration as text, to read and to edit; the form follows when typing pauses. */
final class JsonView {
  private static final Duration PAUSE = Duration.millis(400);

  private final ConfigDocument document;
  private final TextArea area = new TextArea();
  private final PauseTransition pause = new PauseTransition(PAUSE);

  JsonView(ConfigDocument document) {
    this.document = document;
    area.setId("config-json");
    area.setAccessibleText("The configuration as JSON");
    area.getStyleClass().add("json");
    document.onChange(this::follow);
    follow();
    pause.setOnFinished(event -> document.setText(area.getText()));
    area.textProperty().addListener((at, before, now) -> pause.playFromStart());
    area.focusedProperty()
        .addListener((at, before, focused) -> {
          if (!focused) {
            commit(); // else a field that is edited next would undo what was typed
          }
        });
  }

  Node view() {
    return area;
  }

  /** Takes what was typed without waiting for a pause. */
  void commit() {
    pause.stop();
    document.setText(area.getText());
  }

  private void follow() {
    if (!area.getText().equals(document.text())) {
      double scroll = area.getScrollTop();
      area.setText(document.text());
      area.setScrollTop(scroll);
    }
  }
}
