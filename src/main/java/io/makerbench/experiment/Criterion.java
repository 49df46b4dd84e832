package io.makerbench.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The mean of a figure over the newest rows of a training, held against the values at which the
 * training ends and from which its best policy is kept. After a resume it goes on with the rows
 * that the checkpoint kept.
 */
final class Criterion {
  private final StoppingConfig config;
  private final Deque<Double> newest = new ArrayDeque<>();
  private boolean changed;

  /**
   * Makes it.
   *
   * @param earlier the figures of the rows before a resume
   */
  Criterion(StoppingConfig config, MetricsTable.Series earlier) {
    this.config = config;
    for (int i = Math.max(0, earlier.size() - config.window()); i < earlier.size(); i++) {
      add(earlier.values()[i]);
    }
    changed = false;
  }

  /** Takes in an event of the training. */
  void hear(ProgressEvent event) {
    if (event instanceof ProgressEvent.Metrics row) {
      @Nullable Double value = row.values().get(config.figure().column());
      if (value != null) {
        add(value);
      }
    }
  }

  private void add(double value) {
    newest.addLast(value);
    if (newest.size() > config.window()) {
      newest.removeFirst();
    }
    changed = true;
  }

  private double mean() {
    double sum = 0;
    for (double value : newest) {
      sum += value;
    }
    return newest.size() < config.window() ? Double.NaN : sum / newest.size();
  }

  private static boolean reaches(double mean, @Nullable Double wanted) {
    return wanted != null && mean >= wanted;
  }

  /** Whether the training has come as far as was wanted. */
  boolean isMet() {
    return reaches(mean(), config.stopAt());
  }

  /** A mean that is new and good enough for its policy to be kept; NaN where there is none. */
  double worthKeeping() {
    double mean = changed && reaches(mean(), config.keepBestFrom()) ? mean() : Double.NaN;
    changed = false;
    return mean;
  }

  /** Why the training ended. */
  String words(long step) {
    return "The training ended at step %d, before its time: the mean of %s over %d rows is %s, and stopping.stop_at is %s."
        .formatted(step, config.figure().column(), config.window(), mean(), config.stopAt());
  }
}
