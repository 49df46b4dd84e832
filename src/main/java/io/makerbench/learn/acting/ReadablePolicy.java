package io.makerbench.learn.acting;

import io.makerbench.policy.Policy;

/**
 * A policy whose mind can be read: it first reckons numbers, and its action follows from them by a
 * rule.
 */
public interface ReadablePolicy extends Policy {
  /** What the numbers mean. */
  ActionRule rule();

  /**
   * The numbers for observations, row by row; valid until it is asked again. It is one act of a
   * policy with memory.
   */
  float[] outputs(float[] observations, int count);
}
