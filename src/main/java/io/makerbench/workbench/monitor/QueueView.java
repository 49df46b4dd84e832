package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs of this window beside their curves; those chosen in it are drawn on the same axes. */
final class QueueView {
  private final Workspace workspace;
  private final RunList model;
  private final ListView<QueueRow> list = new ListView<>();
  private final Label summary = new Label();
  private final VBox root;
  private boolean following;

  QueueView(Desk desk, RunDesk runs, QueueActions actions) {
    workspace = desk.workspace();
    model = runs.queued();
    list.setId("queue");
    list.setAccessibleText("Runs at work and waiting");
    list.getStyleClass().addAll(Styles.DENSE, "queue");
    list.setItems(model.rows());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(
        owner -> new QueueCell(actions, workspace.looks(), desk.appearance().palette()));
    list.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<QueueRow>) change -> choose());
    desk.appearance().palette().subscribe(palette -> list.refresh());
    workspace.looks().onChange(list::refresh);
    VBox.setVgrow(list, Priority.ALWAYS);
    root = new VBox(head(runs, actions), list);
    root.getStyleClass().add("queue-side");
  }

  private Node head(RunDesk runs, QueueActions actions) {
    summary.setId("queue-summary");
    summary.getStyleClass().add("section-title");
    summary.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    LimitsForm limits = new LimitsForm(runs.queue());
    Button button =
        CommandControls.iconButton(
            Command.of("queue-limits", "Limits of the machine", "mdomz-tune", () -> {}));
    button.setOnAction(event -> limits.show(button));
    HBox head =
        new HBox(
            summary, space, whenEnabled(actions.hold()), whenEnabled(actions.release()), button);
    head.getStyleClass().add("side-bar");
    return head;
  }

  /** Of two commands that exclude each other only the one that can be given is seen. */
  private static Button whenEnabled(Command command) {
    Button button = CommandControls.iconButton(command);
    button.visibleProperty().bind(command.enabled());
    button.managedProperty().bind(command.enabled());
    return button;
  }

  Node view() {
    return root;
  }

  boolean isEmpty() {
    return model.rows().isEmpty();
  }

  /** Shows what is chosen elsewhere too. */
  void refresh() {
    summary.setText(model.summary());
    following = true;
    List<RunFolder> chosen = workspace.selected();
    for (int i = 0; i < model.rows().size(); i++) {
      boolean isChosen =
          model.rows().get(i) instanceof QueueRow.Item item && chosen.contains(item.run().folder());
      if (isChosen && !list.getSelectionModel().isSelected(i)) {
        list.getSelectionModel().select(i);
      } else if (!isChosen && list.getSelectionModel().isSelected(i)) {
        list.getSelectionModel().clearSelection(i);
      }
    }
    following = false;
  }

  private void choose() {
    if (following) {
      return;
    }
    List<RunFolder> chosen = new ArrayList<>();
    for (QueueRow row : list.getSelectionModel().getSelectedItems()) {
      if (row instanceof QueueRow.Item item) {
        chosen.add(item.run().folder());
      }
    }
    QueueRow last = list.getSelectionModel().getSelectedItem();
    if (last instanceof QueueRow.Item item && chosen.remove(item.run().folder())) {
      chosen.addFirst(item.run().folder()); // the one chosen last comes to the front
    }
    if (!chosen.isEmpty()) {
      workspace.select(chosen);
    }
  }
}
