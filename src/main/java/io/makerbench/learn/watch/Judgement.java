package io.makerbench.learn.watch;

/** What a rule makes of a period. */
sealed interface Judgement {
  /** There is nothing to judge by, or nothing wrong. */
  enum Plain implements Judgement {
    UNKNOWN,
    HEALTHY
  }

  /**
   * Something is wrong.
   *
   * @param seen what was seen, with its figures
   * @param advice what to change
   */
  record Symptom(String seen, String advice) implements Judgement {}
}
