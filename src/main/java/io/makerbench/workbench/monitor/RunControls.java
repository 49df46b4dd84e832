package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Notices;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Pause, resume, stop, checkpoint: what can be done with the run in front. */
final class RunControls {
  private final RunDesk runs;
  private final Notices notices;
  private final BooleanProperty canPause = new SimpleBooleanProperty();
  private final BooleanProperty canResume = new SimpleBooleanProperty();
  private final BooleanProperty canStop = new SimpleBooleanProperty();
  private final List<Command> commands;
  private final HBox view = new HBox();
  private @Nullable LiveRun run;

  RunControls(RunDesk runs, Notices notices) {
    this.runs = runs;
    this.notices = notices;
    commands =
        List.of(
            Command.of("pause-run", "Pause", "mdomz-pause", () -> steer(RunHandle::pause))
                .on("Shortcut+P")
                .when(canPause),
            Command.of("resume-run", "Resume", "mdomz-play_arrow", this::resume)
                .on("Shortcut+R")
                .when(canResume),
            Command.of("stop-run", "Stop", "mdomz-stop", () -> steer(RunHandle::stop))
                .on("Shortcut+Period")
                .when(canStop),
            Command.of("checkpoint-run", "Checkpoint", "mdoal-flag", this::checkpoint)
                .on("Shortcut+K")
                .when(canPause));
    view.setSpacing(8);
    commands.forEach(command -> view.getChildren().add(CommandControls.button(command)));
  }

  Node view() {
    return view;
  }

  List<Command> commands() {
    return commands;
  }

  void show(LiveRun shown) {
    run = shown;
    refresh();
  }

  void refresh() {
    RunState state = run == null ? RunState.DONE : run.state().get();
    boolean ours = run != null && run.handle() != null;
    canPause.set(ours && state == RunState.RUNNING);
    canResume.set(run != null && (ours && state == RunState.PAUSED || state == RunState.STOPPED));
    canStop.set(ours && !state.ended());
  }

  private void steer(Consumer<RunHandle> wish) {
    if (run != null && run.handle() != null) {
      wish.accept(run.handle());
    }
  }

  private void checkpoint() {
    steer(RunHandle::checkpoint);
    notices.done("A checkpoint is written at the next step.");
  }

  private void resume() {
    if (run != null) {
      runs.resume(run.folder());
    }
  }
}
