package io.makerbench.workbench;

import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.monitor.LiveRun;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.LongTask;
import io.makerbench.workbench.panel.TaskStatus;
import io.makerbench.workbench.panel.Tasks;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Puts the runs of this window into the list of tasks while they wait or work. */
final class RunTasks {
  private final RunDesk runs;
  private final Tasks tasks;
  private final Map<LiveRun, RunTask> listed = new HashMap<>();

  RunTasks(RunDesk runs, Tasks tasks) {
    this.runs = runs;
    this.tasks = tasks;
    runs.onChange(this::follow);
    runs.active().subscribe(run -> follow());
  }

  private void follow() {
    LiveRun active = runs.active().get();
    if (active != null && !active.state().get().ended() && !listed.containsKey(active)) {
      RunTask task = new RunTask(active);
      listed.put(active, task);
      tasks.show(task);
    }
    listed.values().forEach(RunTask::follow);
    listed.keySet().removeIf(run -> run.state().get().ended());
  }

  private static final class RunTask implements LongTask {
    private final LiveRun run;
    private final ReadOnlyObjectWrapper<TaskStatus> status =
        new ReadOnlyObjectWrapper<>(TaskStatus.WAITING);

    RunTask(LiveRun run) {
      this.run = run;
      follow();
    }

    @Override
    public String title() {
      return "Run " + run.folder().name();
    }

    @Override
    public ReadOnlyObjectProperty<TaskStatus> status() {
      return status.getReadOnlyProperty();
    }

    /** Stops with a checkpoint. */
    @Override
    public void cancel() {
      RunHandle handle = run.handle();
      if (handle != null) {
        handle.stop();
      }
    }

    void follow() {
      RunState state = run.state().get();
      ProgressEvent.Progress latest = run.progress().get();
      status.set(
          switch (state) {
            case QUEUED -> TaskStatus.WAITING;
            case RUNNING, PAUSED ->
                new TaskStatus(
                    TaskStatus.State.WORKING,
                    latest == null ? -1 : latest.fraction(),
                    run.phase().get().words() + (state == RunState.PAUSED ? " · paused" : ""));
            case DONE, STOPPED, FAILED -> new TaskStatus(TaskStatus.State.DONE, 1, "Ended");
          });
    }
  }
}
