package io.makerbench.learn.watch;

/**
 * Something found in a training.
 *
 * @param step when it was sure, in ticks of the training
 * @param since when it began, likewise; at most {@code step}
 * @param kind what it is
 * @param seen what was seen, with its figures
 * @param advice what to change
 */
public record Finding(long step, long since, FindingKind kind, String seen, String advice) {
  public Severity severity() {
    return kind.severity();
  }

  /** What was seen and what to change. */
  public String message() {
    return (seen + " " + advice).strip();
  }
}
