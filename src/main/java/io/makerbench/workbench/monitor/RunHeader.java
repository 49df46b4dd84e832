package io.makerbench.workbench.monitor;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.plot.Numbers;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Name, state and progress of a run, and its figures of now. */
final class RunHeader {
  private final Label name = new Label();
  private final Label badge = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label phase = stat("phase");
  private final Label done = stat("progress");
  private final Label left = stat("time-left");
  private final Label speed = stat("speed");
  private final Label reward = stat("reward");
  private final Label device = stat("device");

  private static Label stat(String id) {
    Label value = new Label("–");
    value.setId("training-" + id);
    value.getStyleClass().add("stat-value");
    return value;
  }

  Node bar(Node controls) {
    name.getStyleClass().add("page-title");
    badge.setId("training-state");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(name, badge, space, controls);
    bar.getStyleClass().add("page-header");
    return bar;
  }

  Node stats() {
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText("Progress of the phase");
    progress.getStyleClass().add("small");
    HBox figures =
        new HBox(
            named("Phase", phase),
            named("Progress", done),
            named("Time left", left),
            named("Speed", speed),
            named("Reward", reward),
            named("Device", device));
    figures.getStyleClass().add("stats");
    return new VBox(progress, figures);
  }

  private static VBox named(String text, Label value) {
    Label label = new Label(text);
    label.getStyleClass().add("stat-name");
    return new VBox(label, value);
  }

  void show(LiveRun run) {
    name.setText(run.folder().name());
    RunState state = run.state().get();
    StateWords.show(badge, state);
    phase.setText(state == RunState.DONE ? "Finished" : run.phase().get().words());
    String where = run.device().get();
    device.setText(where.isEmpty() ? "–" : where);
    reward.setText(Numbers.precise(run.metrics().series("reward").last()));
    showProgress(run.progress().get(), state);
  }

  private void showProgress(ProgressEvent.@Nullable Progress latest, RunState state) {
    if (latest == null) {
      progress.setProgress(state == RunState.RUNNING ? -1 : state == RunState.DONE ? 1 : 0);
      done.setText("–");
      left.setText("–");
      speed.setText("–");
      return;
    }
    progress.setProgress(latest.fraction());
    done.setText(
        latest.total() > 0
            ? String.format(
                Locale.ROOT,
                "%.0f %% of %s",
                100 * latest.fraction(),
                count(latest.total(), latest))
            : count(latest.done(), latest));
    left.setText(state == RunState.RUNNING ? Numbers.clock(latest.secondsLeft()) : "–");
    speed.setText(
        state == RunState.RUNNING
            ? Numbers.brief(Math.rint(latest.perSecond())) + " " + latest.unit() + "/s"
            : "–");
  }

  private static String count(long steps, ProgressEvent.Progress of) {
    return Numbers.brief(steps) + " " + of.unit();
  }
}
