package io.makerbench.workbench.runs;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The line under the table: how many runs there are, are shown and are chosen. */
final class RunsFoot {
  private final RunsModel model;
  private final Label count = new Label();
  private final Label damaged = new Label();
  private final HBox root;

  RunsFoot(RunsModel model, Button trash) {
    this.model = model;
    count.setId("runs-count");
    count.getStyleClass().add("muted");
    damaged.setId("runs-unreadable");
    damaged.getStyleClass().add("problem");
    CheckBox archived = new CheckBox("Archived too");
    archived.setId("show-archived");
    archived.selectedProperty().bindBidirectional(model.archivedToo());
    trash.getStyleClass().add(Styles.FLAT);
    root = new HBox(count, archived, trash, damaged); // notices rise at the right
    root.getStyleClass().add("page-foot");
    model.onChange(this::show);
    model.chosen().subscribe(runs -> show());
  }

  Node view() {
    return root;
  }

  private void show() {
    int all = model.all().size();
    int shown = model.shown().size();
    int chosen = model.chosen().get().size();
    String runs = all == 1 ? "1 run" : String.format("%,d runs", all);
    count.setText(
        (shown == all ? runs : String.format("%,d of %s", shown, runs))
            + (chosen == 0 ? "" : String.format(", %,d chosen", chosen)));
    Map<String, String> unreadable = model.unreadable();
    damaged.setText(
        unreadable.isEmpty()
            ? ""
            : unreadable.size() == 1
                ? "1 run cannot be read"
                : unreadable.size() + " runs cannot be read");
    damaged.setTooltip(
        unreadable.isEmpty()
            ? null
            : new Tooltip(unreadable.values().stream().collect(Collectors.joining("\n"))));
  }
}
