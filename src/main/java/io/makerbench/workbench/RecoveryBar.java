package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.RunFolder;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers, above the pages, what a window that was killed left; it waits until it is answered. */
final class RecoveryBar {
  private static final int MOST_NAMES = 3;

  private final VBox root = new VBox();

  RecoveryBar() {
    root.getStyleClass().add("recovery");
    root.setId("recovery");
    showOrHide();
  }

  Node view() {
    return root;
  }

  /** Offers to go on with runs whose process was killed. */
  void offerRuns(List<RunFolder> unfinished, Runnable goOn, Runnable leave) {
    if (!unfinished.isEmpty()) {
      String names =
          unfinished.stream()
              .limit(MOST_NAMES)
              .map(RunFolder::name)
              .collect(Collectors.joining(", "));
      int more = unfinished.size() - MOST_NAMES;
      String words =
          (unfinished.size() == 1 ? "A run was" : unfinished.size() + " runs were")
              + " cut off when the program ended: "
              + names
              + (more > 0 ? " and " + more + " more." : ".");
      offer("recovery-runs", words, "Continue", goOn, leave);
    }
  }

  /** Offers the form as it stood. */
  void offerForm(String origin, Runnable restore, Runnable discard) {
    String words = "The configuration (" + origin + ") was neither saved nor started.";
    offer("recovery-form", words, "Bring it back", restore, discard);
  }

  private void offer(String id, String words, String verb, Runnable yes, Runnable no) {
    Label label = new Label(words, new FontIcon("mdmz-restore"));
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button take = new Button(verb);
    take.setId(id);
    take.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    Button leave = new Button("Leave");
    leave.setId(id + "-leave");
    leave.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    HBox line = new HBox(label, take, leave);
    line.getStyleClass().add("recovery-line");
    take.setMinWidth(HBox.USE_PREF_SIZE);
    leave.setMinWidth(HBox.USE_PREF_SIZE);
    take.setOnAction(event -> answer(line, yes));
    leave.setOnAction(event -> answer(line, no));
    root.getChildren().add(line);
    showOrHide();
  }

  private void answer(Node line, Runnable action) {
    root.getChildren().remove(line);
    showOrHide();
    action.run();
  }

  private void showOrHide() {
    root.setVisible(!root.getChildren().isEmpty());
    root.setManaged(root.isVisible());
  }
}
