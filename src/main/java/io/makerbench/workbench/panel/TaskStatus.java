package io.makerbench.workbench.panel;

import java.nio.file.Path;
import java.util.List;

/**
 * How far a task is.
 *
 * @param fraction 0 … 1; −1 while unknown
 * @param words what is done, how fast, how long it takes; at the end, how it ended
 * @param files what it made; empty until it is done
 */
public record TaskStatus(State state, double fraction, String words, List<Path> files) {
  /** Before it begins. */
  public static final TaskStatus WAITING = new TaskStatus(State.WAITING, -1, "Waiting");

  /** Ended because nobody wants it any more. */
  public static final TaskStatus CANCELLED = new TaskStatus(State.CANCELLED, -1, "Cancelled");

  /** Of a task that has made no files. */
  public TaskStatus(State state, double fraction, String words) {
    this(state, fraction, words, List.of());
  }

  /** Where a task stands. */
  public enum State {
    WAITING,
    WORKING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }
}
