package io.makerbench.workbench.data;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is being imported and fetched, and what failed, with why; nothing where there is none. */
final class TaskListView {
  private final TaskQueue queue;
  private final VBox root = new VBox();
  private final Map<DataTask, Node> rows = new HashMap<>();

  TaskListView(TaskQueue queue) {
    this.queue = queue;
    root.getStyleClass().add("data-tasks");
    root.setId("data-tasks");
    queue.tasks().addListener((ListChangeListener<DataTask>) change -> show());
    show();
  }

  Node view() {
    return root;
  }

  private void show() {
    List<DataTask> tasks = queue.tasks();
    rows.keySet().retainAll(tasks);
    root.getChildren()
        .setAll(tasks.stream().map(task -> rows.computeIfAbsent(task, this::row)).toList());
    root.setVisible(!tasks.isEmpty());
    root.setManaged(!tasks.isEmpty());
  }

  private Node row(DataTask task) {
    Label title = new Label(task.title());
    title.getStyleClass().add("section-title");
    title.setMinWidth(HBox.USE_PREF_SIZE);
    Label words = new Label();
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("Progress of the " + task.title());
    Button end = new Button(null, new FontIcon("mdoal-close"));
    end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    end.setId("end-task");
    end.setOnAction(event -> {
      if (task.status().get().state().ended()) {
        queue.dismiss(task);
      } else {
        task.cancel();
      }
    });
    task.status().subscribe(status -> show(status, words, bar, end));
    HBox row = new HBox(title, bar, words, end);
    row.getStyleClass().add("data-task");
    return row;
  }

  private static void show(DataTask.Status status, Label words, ProgressBar bar, Button end) {
    boolean failed = status.state() == DataTask.State.FAILED;
    words.setText(status.words());
    words.getStyleClass().setAll("label", failed ? "problem" : "tape-note");
    bar.setVisible(status.state() == DataTask.State.WORKING);
    bar.setManaged(bar.isVisible());
    bar.setProgress(status.fraction());
    end.setAccessibleText(failed ? "Dismiss" : "Cancel");
  }
}
