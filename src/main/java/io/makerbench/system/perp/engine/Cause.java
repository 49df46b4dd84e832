package io.makerbench.system.perp.engine;

/** Why the desk traded. */
public enum Cause {
  /** A quote was met. */
  QUOTE,
  /** A position was left at a profit. */
  EXIT,
  /** A position was made smaller. */
  HEDGE
}
