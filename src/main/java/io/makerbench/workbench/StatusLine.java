package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.monitor.LiveRun;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.monitor.StateWords;
import io.makerbench.workbench.panel.Tasks;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line at the foot: the run at work, how far it is, its device, and the memory in use. */
final class StatusLine {
  private final RunDesk runs;
  private final Label state = new Label();
  private final Label run = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label detail = new Label();
  private final Label device = new Label();
  private final MemoryMeter memory;
  private final HBox root;

  StatusLine(RunDesk runs, Tasks tasks, MemoryMeter memory) {
    this.runs = runs;
    this.memory = memory;
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    run.getStyleClass().add("status-run");
    run.setId("status-run");
    root = new HBox(state, run, progress, detail, space, count(tasks), device, memory.view());
    root.getStyleClass().add("status-line");
    runs.onChange(this::show);
    runs.active().subscribe(this::showRun);
  }

  /** How many tasks there are; opens and closes their list. */
  private static Node count(Tasks tasks) {
    Button count = new Button();
    count.setId("task-count");
    count.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    count.setTooltip(new Tooltip("Show or hide the tasks"));
    count.setOnAction(event -> tasks.open().set(!tasks.open().get()));
    InvalidationListener show =
        observed -> {
          int number = tasks.list().size();
          count.setText(number == 1 ? "1 task" : number + " tasks");
          count.setVisible(number > 0);
          count.setManaged(number > 0);
        };
    tasks.list().addListener(show);
    show.invalidated(tasks.list());
    return count;
  }

  Node view() {
    return root;
  }

  private void show() {
    showRun(runs.active().get());
  }

  private void showRun(@Nullable LiveRun active) {
    state.setVisible(active != null);
    state.setManaged(active != null);
    if (active == null) {
      run.setText("No run at work");
      showProgress(null);
      return;
    }
    StateWords.show(state, active.state().get());
    run.setText(active.folder().name() + runs.othersInWords());
    device.setText(active.device().get());
    showProgress(active.state().get().ended() ? null : active.progress().get());
    if (active.state().get() == RunState.PAUSED) {
      detail.setText(""); // the last speed is no speed of now
    }
  }

  private void showProgress(ProgressEvent.@Nullable Progress latest) {
    progress.setVisible(latest != null);
    progress.setManaged(latest != null);
    detail.setText("");
    if (latest != null) {
      progress.setProgress(latest.fraction());
      detail.setText(String.format(Locale.ROOT, "%,.0f %s/s", latest.perSecond(), latest.unit()));
    }
  }

  void stop() {
    memory.stop();
  }
}
