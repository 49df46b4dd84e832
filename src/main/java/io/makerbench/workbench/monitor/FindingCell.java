package io.makerbench.workbench.monitor;

import io.makerbench.learn.watch.Finding;
import io.makerbench.workbench.plot.Numbers;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A finding as a row: how bad it is, what it is and since when, what was seen, what to change. */
final class FindingCell extends ListCell<Finding> {
  private static final double BADGE_WIDTH = 64;

  private final Label badge = new Label();
  private final Label title = new Label();
  private final Label seen = wrapped("finding-seen");
  private final Label advice = wrapped("finding-advice");
  private final HBox row;

  FindingCell() {
    badge.setMinWidth(BADGE_WIDTH);
    title.getStyleClass().add("finding-title");
    VBox words = new VBox(title, seen, advice);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(badge, words);
    row.getStyleClass().add("finding");
    setPrefWidth(0); // as wide as the list, so that words wrap
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  protected void updateItem(@Nullable Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    if (finding == null || empty) {
      setGraphic(null);
      return;
    }
    String severity = finding.severity().toString();
    badge.setText(Character.toUpperCase(severity.charAt(0)) + severity.substring(1));
    badge.getStyleClass().setAll("label", "badge", severity);
    title.setText(
        "%s, step %s%s"
            .formatted(finding.kind().title(), Numbers.brief(finding.step()), since(finding)));
    seen.setText(finding.seen());
    advice.setText(finding.advice());
    advice.setManaged(!finding.advice().isEmpty());
    setGraphic(row);
  }

  private static String since(Finding finding) {
    return finding.since() < finding.step() ? ", since " + Numbers.brief(finding.since()) : "";
  }
}
