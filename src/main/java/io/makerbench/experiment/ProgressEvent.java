package io.makerbench.experiment;

import io.makerbench.learn.watch.Finding;
import java.nio.file.Path;
import java.util.Map;

/** What a run reports while it works. Events are immutable and come from the run's own thread. */
public sealed interface ProgressEvent {
  /** The run went over to another part of its work: see {@link Phase}. */
  record PhaseChange(Phase phase) implements ProgressEvent {}

  /**
   * How far the present phase is.
   *
   * @param done steps done
   * @param total steps in all; 0 when unknown
   * @param unit what a step is, for example ticks
   * @param perSecond steps done a second of late
   */
  record Progress(long done, long total, String unit, double perSecond) implements ProgressEvent {
    /** Share done, 0 … 1; −1 when unknown. */
    public double fraction() {
      return total > 0 ? Math.min(1, (double) done / total) : -1;
    }

    /** Seconds left at the present speed; NaN when unknown. */
    public double secondsLeft() {
      return total > 0 && perSecond > 0 ? (total - done) / perSecond : Double.NaN;
    }
  }

  /** One row of metrics.csv: values by column at a step; a column may be absent. */
  record Metrics(long step, Map<String, Double> values) implements ProgressEvent {}

  /**
   * One row of actions.csv: how the actions since the last one spread, as shares by column, and how
   * often they were corrected, a decision by reason; in the order of the file.
   */
  record Actions(long step, Map<String, Double> values) implements ProgressEvent {}

  /** One row of timing.csv, about each second: speed and what the process takes, by column. */
  record Timing(long step, Map<String, Double> values) implements ProgressEvent {}

  /** The device and engine the networks run on became known. */
  record Device(String name, String engine) implements ProgressEvent {}

  /** A checkpoint was written. */
  record Checkpoint(Path folder, long step) implements ProgressEvent {}

  /** Something was found in the training, with what to do. */
  record Warning(Finding finding) implements ProgressEvent {}

  /** The run changed its state. The last event of a run, unless it is paused. */
  record State(RunState state, String message) implements ProgressEvent {}
}
