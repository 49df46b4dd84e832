package io.makerbench.learn.watch;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** What is learnt is worth nothing, or soon will be. */
  DANGER,
  /** Learning goes on, but would go better otherwise. */
  ADVICE;

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
