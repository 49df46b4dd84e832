package io.makerbench.workbench.monitor;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.Settings;
import io.makerbench.experiment.queue.RunQueue;
import io.makerbench.workbench.panel.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starts runs and follows those of this window. One timer takes their events over, a frame at a
 * time. JavaFX thread only.
 */
public final class RunDesk {
  private static final int PERCENT = 100;

  private final Desk desk;
  private final RunQueue queue;
  private final RunList queued;
  private final Map<Path, LiveRun> runs = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable LiveRun> active = new ReadOnlyObjectWrapper<>();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          drain();
        }
      };

  public RunDesk(Desk desk, Settings settings) {
    this.desk = desk;
    queue = new RunQueue(settings);
    queued = new RunList(queue, this::follow);
    frames.start();
  }

  /** The run that was started last in this window; null before the first. */
  public ReadOnlyObjectProperty<@Nullable LiveRun> active() {
    return active.getReadOnlyProperty();
  }

  /** How many work and wait, to be said after the name of one; empty where there are no others. */
  public String othersInWords() {
    return queued.isMany() ? " · " + queued.summary() : "";
  }

  /** Which runs work, which wait. */
  RunQueue queue() {
    return queue;
  }

  /** The same as a list, renewed each frame. */
  RunList queued() {
    return queued;
  }

  /** The runs that an earlier window left at work or waiting, in their order. */
  public List<RunFolder> leftOver() {
    return queue.leftOver();
  }

  /**
   * The runs that an earlier window left at work or waiting, in their order, and others whose
   * process was killed; not those that wait in another window. It reads files: not for the JavaFX
   * thread.
   */
  public List<RunFolder> unfinished() {
    List<RunFolder> left = new ArrayList<>(leftOver());
    List<RunFolder> elsewhere = queue.elsewhere();
    RunFolder.list(desk.workspace().runsRoot()).stream()
        .filter(run -> run.isCutOff() && !left.contains(run) && !elsewhere.contains(run))
        .forEach(left::add);
    return left;
  }

  /** Offers the runs that an earlier window left no more. */
  public void leaveUnfinished() {
    queue.forgetLeftOver();
  }

  /** Called after each frame in which a run told something. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Makes a run of each complete, valid configuration and queues them in this order. */
  public void start(List<ObjectNode> configs, @Nullable String clonedFrom) {
    List<ObjectNode> copies = configs.stream().map(ObjectNode::deepCopy).toList();
    desk.background()
        .compute(
            copies.size() == 1 ? "Making the run" : "Making " + copies.size() + " runs",
            () -> {
              List<RunFolder> made = new ArrayList<>();
              for (ObjectNode config : copies) {
                Path path = queue.runner().newFolder(ConfigFiles.read(config, "The configuration"));
                made.add(queue.runner().create(path, config, clonedFrom));
              }
              return made;
            },
            this::begin);
  }

  /** Begins runs; all of them are chosen, the first is in front. */
  private void begin(List<RunFolder> made) {
    made.forEach(this::begin);
    desk.workspace().select(made);
  }

  /** Goes on with a run that was stopped, or starts one that waits. */
  public void resume(RunFolder folder) {
    begin(folder);
  }

  private void begin(RunFolder folder) {
    LiveRun known = runs.get(folder.path());
    if (known != null && known.handle() != null && !known.state().get().ended()) {
      known.handle().resume();
      return;
    }
    LiveRun run = known == null ? fresh(folder) : known;
    RunHandle handle = queue.add(folder, run::accept);
    run.steerBy(handle);
    active.set(run);
    desk.workspace().select(List.of(folder));
  }

  private LiveRun fresh(RunFolder folder) {
    LiveRun run = new LiveRun(folder);
    runs.put(folder.path(), run);
    desk.background()
        .compute("Reading the run", () -> Recalled.of(folder), past -> recall(run, past));
    return run;
  }

  private void recall(LiveRun run, Recalled past) {
    run.recall(past);
    listeners.forEach(Runnable::run);
  }

  /** The run of a folder, with what is known of it so far; its past is read in the background. */
  public LiveRun follow(RunFolder folder) {
    LiveRun known = runs.get(folder.path());
    return known == null ? fresh(folder) : known;
  }

  /** Whether this window carries the run out now. */
  public boolean carriesOut(RunFolder folder) {
    LiveRun run = runs.get(folder.path());
    return run != null && run.handle() != null && !run.state().get().ended();
  }

  /** How far a run of this window is in its phase, for example {@code 22 %}; else empty. */
  public String progressOf(RunFolder folder) {
    LiveRun run = runs.get(folder.path());
    ProgressEvent.Progress latest = run == null ? null : run.progress().get();
    return latest == null || run.state().get().ended()
        ? ""
        : Math.round(PERCENT * latest.fraction()) + " %";
  }

  private void drain() {
    boolean changed = queued.refresh();
    for (LiveRun run : runs.values()) {
      changed |= run.drain();
    }
    if (changed) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Asks every run to stop with a checkpoint, and follows them no longer. */
  public List<RunHandle> close() {
    frames.stop();
    return queue.close();
  }
}
