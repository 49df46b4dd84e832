package io.makerbench.experiment;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  PAUSED,
  /** Ended by the user or with its process; it can be resumed from its last checkpoint. */
  STOPPED,
  DONE,
  FAILED;

  /** True when nothing more happens unless somebody resumes it. */
  public boolean ended() {
    return this == STOPPED || this == DONE || this == FAILED;
  }

  /** As written in run.json and in tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
