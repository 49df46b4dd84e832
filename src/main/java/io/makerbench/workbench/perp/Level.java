package io.makerbench.workbench.perp;

/** How far something is from where it should be. */
public enum Level {
  /** As it should be. */
  GOOD,
  /** Near a limit. */
  WARNING,
  /** Beyond a limit. */
  DANGER
}
