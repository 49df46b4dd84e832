package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.LongTask;
import io.makerbench.workbench.panel.TaskStatus;
import io.makerbench.workbench.panel.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is under way, and what failed, with why; nothing where there is none or it is closed. */
final class TaskList {
  private static final double HIGHEST = 200;

  private final Tasks tasks;
  private final VBox rows = new VBox();
  private final ScrollPane root = new ScrollPane(rows);
  private final Map<LongTask, Node> known = new HashMap<>();

  TaskList(Tasks tasks) {
    this.tasks = tasks;
    rows.getStyleClass().add("tasks");
    rows.setId("tasks");
    root.getStyleClass().add("task-drawer");
    root.setFitToWidth(true);
    root.setMaxHeight(HIGHEST);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setFocusTraversable(false);
    tasks.list().addListener((ListChangeListener<LongTask>) change -> show());
    tasks.open().subscribe(open -> show());
  }

  Node view() {
    return root;
  }

  private void show() {
    List<LongTask> now = tasks.list();
    known.keySet().retainAll(now);
    rows.getChildren()
        .setAll(now.stream().map(task -> known.computeIfAbsent(task, this::row)).toList());
    root.setVisible(tasks.open().get() && !now.isEmpty());
    root.setManaged(root.isVisible());
  }

  private Node row(LongTask task) {
    Label title = new Label(task.title());
    title.getStyleClass().add("section-title");
    title.setMinWidth(HBox.USE_PREF_SIZE);
    Label words = new Label();
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText("Progress of: " + task.title());
    Button end = new Button(null, new FontIcon("mdoal-close"));
    end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    end.setId("end-task");
    end.setOnAction(event -> {
      if (task.status().get().state().ended()) {
        tasks.dismiss(task);
      } else {
        task.cancel();
      }
    });
    task.status().subscribe(status -> show(task, status, words, bar, end));
    HBox row = new HBox(title, bar, words, end);
    row.getStyleClass().add("task");
    return row;
  }

  private static void show(
      LongTask task, TaskStatus status, Label words, ProgressBar bar, Button end) {
    boolean failed = status.state() == TaskStatus.State.FAILED;
    words.setText(status.words());
    words.getStyleClass().setAll("label", failed ? "problem" : "task-words");
    bar.setVisible(status.state() == TaskStatus.State.WORKING);
    bar.setManaged(bar.isVisible());
    bar.setProgress(status.fraction());
    String verb = failed ? "Dismiss" : "Cancel";
    end.setTooltip(new Tooltip(verb));
    end.setAccessibleText(verb + ": " + task.title());
  }
}
