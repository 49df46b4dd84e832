package io.makerbench.workbench.config;

import io.makerbench.workbench.panel.Steps;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * The configuration as text, to read and to edit; the form follows when typing pauses. Lines with a
 * wrong value are marked.
 */
final class JsonView {
  private static final Duration PAUSE = Duration.millis(400);

  /** Heights in px that the text has in the frames after it was replaced, before the whole. */
  private static final double[] HEIGHTS = {160, 320, 480, 640, 800};

  private static final int FEW_LINES = 15;
  private static final String WRONG = "json-wrong";

  private final ConfigDocument document;
  private final CodeArea area = new CodeArea();
  private final VirtualizedScrollPane<CodeArea> scrolled = new VirtualizedScrollPane<>(area);
  private final PauseTransition pause = new PauseTransition(PAUSE);

  JsonView(ConfigDocument document) {
    this.document = document;
    area.setId("config-json");
    area.setAccessibleText("The configuration as JSON");
    area.getStyleClass().add("json");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    area.setUndoManager(UndoUtils.noOpUndoManager()); // changes are undone in the document
    area.textProperty().addListener((at, before, now) -> changed());
    document.onChange(this::follow);
    follow();
    area.moveTo(0);
    area.showParagraphAtTop(0);
    pause.setOnFinished(event -> document.setText(area.getText()));
    area.focusedProperty()
        .addListener((at, before, focused) -> {
          if (!focused) {
            commit(); // else a field that is edited next would undo what was typed
          }
        });
  }

  /** The view, which fills its place within some frames. */
  Node view() {
    StackPane.setAlignment(scrolled, Pos.TOP_CENTER);
    grow();
    return new StackPane(scrolled);
  }

  /** Some lines first, and more with each frame: all that fit are more than a frame's work. */
  private void grow() {
    scrolled.setMaxHeight(HEIGHTS[0]);
    Runnable[] steps = new Runnable[HEIGHTS.length];
    for (int i = 0; i < steps.length; i++) {
      double height = i + 1 < HEIGHTS.length ? HEIGHTS[i + 1] : Double.MAX_VALUE;
      steps[i] = () -> scrolled.setMaxHeight(height);
    }
    Steps.begin(steps);
  }

  /** Takes what was typed without waiting for a pause. */
  void commit() {
    pause.stop();
    document.setText(area.getText());
  }

  private void changed() {
    area.setStyleSpans(0, JsonHighlight.of(area.getText()));
    pause.playFromStart();
  }

  /** Replaces what differs alone, so that caret and scroll stay where they are. */
  private void follow() {
    String before = area.getText();
    String now = document.text();
    if (!before.equals(now)) {
      int most = Math.min(before.length(), now.length());
      int same = 0;
      while (same < most && before.charAt(same) == now.charAt(same)) {
        same++;
      }
      int tail = 0;
      while (tail < most - same
          && before.charAt(before.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
        tail++;
      }
      String other = now.substring(same, now.length() - tail);
      if (other.lines().count() > FEW_LINES) {
        grow();
      }
      area.replaceText(same, before.length() - tail, other);
    }
    mark();
  }

  private void mark() {
    List<Integer> wrong =
        document.problems().stream()
            .map(problem -> ProblemLine.of(problem, document.text()))
            .toList();
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      List<String> style = wrong.contains(line) ? List.of(WRONG) : List.of();
      if (!style.equals(List.copyOf(area.getParagraph(line).getParagraphStyle()))) {
        area.setParagraphStyle(line, style);
      }
    }
  }
}
