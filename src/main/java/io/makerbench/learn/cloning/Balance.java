package io.makerbench.learn.cloning;

/** What is done about choices that an expert makes rarely. */
public enum Balance {
  /** Nothing. */
  NONE,
  /** Their losses weigh more, by the inverse of how often they are made. */
  WEIGHTS,
  /** Their rows are drawn more often, so that every choice is drawn as often as any other. */
  OVERSAMPLING
}
