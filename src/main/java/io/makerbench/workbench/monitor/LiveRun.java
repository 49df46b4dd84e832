package io.makerbench.workbench.monitor;

import io.makerbench.experiment.Phase;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.Recipe;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunHandle;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import io.makerbench.learn.watch.Finding;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the window knows of a run: its curves, progress, warnings and state. Events come in from the
 * run's thread by {@link #accept}; {@link #drain} takes them over on the JavaFX thread, once a
 * frame, so that a fast run cannot flood the window. Of progress only the newest counts.
 */
public final class LiveRun {
  private static final int MOST_MESSAGES = 500;

  private final RunFolder folder;
  private MetricSeries metrics = new MetricSeries();
  private final Queue<ProgressEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicReference<ProgressEvent.@Nullable Progress> newest = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(RunState.QUEUED);
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IMPORT);
  private final ReadOnlyObjectWrapper<ProgressEvent.@Nullable Progress> progress =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> device = new ReadOnlyObjectWrapper<>("");
  private final ObservableList<Finding> warnings = FXCollections.observableArrayList();
  private final ObservableList<String> log = FXCollections.observableArrayList();
  private @Nullable RunHandle handle;
  private @Nullable RunRecord record;
  private @Nullable Recipe recipe;

  LiveRun(RunFolder folder) {
    this.folder = folder;
  }

  /** Takes an event in; from any thread. */
  void accept(ProgressEvent event) {
    if (event instanceof ProgressEvent.Progress latest) {
      newest.set(latest);
    } else {
      waiting.add(event);
    }
  }

  void steerBy(RunHandle control) {
    handle = control;
  }

  /** Takes over what came in since the last frame; true when anything did. */
  boolean drain() {
    boolean changed = false;
    for (ProgressEvent event = waiting.poll(); event != null; event = waiting.poll()) {
      take(event);
      changed = true;
    }
    ProgressEvent.Progress latest = newest.getAndSet(null);
    if (latest != null) {
      take(latest);
      changed = true;
    }
    return changed;
  }

  private void take(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.PhaseChange change -> {
        phase.set(change.phase());
        progress.set(null);
        say(change.phase().words() + " …");
      }
      case ProgressEvent.Progress latest -> {
        progress.set(latest);
        if (phase.get() == Phase.TRAIN) {
          metrics.speed(latest);
        }
      }
      case ProgressEvent.Metrics row -> metrics.append(row.step(), row.values());
      case ProgressEvent.Actions row -> metrics.append(row.step(), row.values());
      case ProgressEvent.Timing row -> metrics.append(row.step(), row.values());
      case ProgressEvent.Device found -> device.set(found.name());
      case ProgressEvent.Checkpoint written -> say("Checkpoint at step " + written.step() + ".");
      case ProgressEvent.Warning warning -> {
        warnings.add(warning.finding());
        say("Warning: " + warning.finding().message());
      }
      case ProgressEvent.State change -> {
        state.set(change.state());
        say(
            StateWords.of(change.state())
                + (change.message().isEmpty() ? "." : ": " + change.message()));
      }
    }
  }

  private void say(String message) {
    keep(log, message);
  }

  private static void keep(ObservableList<String> list, String message) {
    list.add(message);
    if (list.size() > MOST_MESSAGES) {
      list.removeFirst();
    }
  }

  /** Fills in what an earlier process left in the folder. */
  void recall(Recalled past) {
    metrics = past.metrics().followedBy(metrics);
    record = past.record();
    recipe = past.recipe();
    if (handle == null) {
      state.set(past.record().state());
      phase.set(past.record().phase());
      device.set(past.record().device());
      log.setAll(past.log());
      String message = past.record().message();
      if (log.stream().noneMatch(line -> line.contains(message))) {
        say(message);
      }
    }
    warnings.setAll(past.warnings());
  }

  public RunFolder folder() {
    return folder;
  }

  /** The agent's type; empty before that is known. */
  String agent() {
    return record == null ? "" : record.agent();
  }

  /** What the user called it; empty before that is known. */
  String label() {
    return record == null ? "" : record.label();
  }

  /** What it was made by; null before that is known. */
  @Nullable Recipe recipe() {
    return recipe;
  }

  /** Whether it is known to have nothing to learn. */
  boolean onlyJudges() {
    return recipe != null && !recipe.learns();
  }

  MetricSeries metrics() {
    return metrics;
  }

  public ReadOnlyObjectProperty<RunState> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** How far the present phase is; null before that is known. */
  public ReadOnlyObjectProperty<ProgressEvent.@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Device of the networks; empty before that is known. */
  public ReadOnlyObjectProperty<String> device() {
    return device.getReadOnlyProperty();
  }

  /** What was found in the training, the oldest first. */
  ObservableList<Finding> warnings() {
    return warnings;
  }

  ObservableList<String> log() {
    return log;
  }

  /** Control over it; null when this window does not carry it out. */
  public @Nullable RunHandle handle() {
    return handle;
  }
}
