package io.makerbench.workbench.monitor;

/** A line of the list of runs at work and waiting. */
sealed interface QueueRow {
  /** Words above a part of the list. */
  record Heading(String words) implements QueueRow {}

  /**
   * A run.
   *
   * @param waitingPlace from 0, the next to begin; −1 where it does not wait
   * @param inWorker whether it works in a process of its own
   */
  record Item(LiveRun run, int waitingPlace, boolean inWorker) implements QueueRow {
    boolean waits() {
      return waitingPlace >= 0;
    }
  }
}
