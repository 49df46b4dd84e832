package io.makerbench.workbench.monitor;

import io.makerbench.workbench.plot.Series;

/**
 * Which second of its work a run was at which step, from the rows of timing.csv; linear between
 * them and beyond the last. Pauses and stops are no work.
 */
final class RunClock {
  private final Series seconds;

  /**
   * @param seconds of work, by step
   */
  RunClock(Series seconds) {
    this.seconds = seconds;
  }

  /** False before two moments are known. */
  boolean isKnown() {
    return seconds.size() > 1 && last() > seconds.y(0);
  }

  private double last() {
    return seconds.y(seconds.size() - 1);
  }

  /** Seconds of work at a step; NaN where the clock is not known. */
  double secondsAt(double step) {
    if (!isKnown()) {
      return Double.NaN;
    }
    int after = Math.clamp(seconds.firstAtOrAfter(step), 1, seconds.size() - 1);
    double length = seconds.x(after) - seconds.x(after - 1);
    double share = length > 0 ? (step - seconds.x(after - 1)) / length : 0;
    return Math.max(0, seconds.y(after - 1) + share * (seconds.y(after) - seconds.y(after - 1)));
  }

  /** The step at a second; NaN where the clock is not known. */
  double stepAt(double second) {
    if (!isKnown()) {
      return Double.NaN;
    }
    int after = Math.clamp(firstAtOrAfter(second), 1, seconds.size() - 1);
    double length = seconds.y(after) - seconds.y(after - 1);
    double share = length > 0 ? (second - seconds.y(after - 1)) / length : 0;
    return seconds.x(after - 1) + share * (seconds.x(after) - seconds.x(after - 1));
  }

  private int firstAtOrAfter(double second) {
    int low = 0;
    int high = seconds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds.y(middle) < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
