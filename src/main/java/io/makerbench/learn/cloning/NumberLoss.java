package io.makerbench.learn.cloning;

/** Losses of numbers. */
public enum NumberLoss {
  /** The squared error. */
  MSE,
  /** Half the squared error near 0, linear beyond a bound (Huber, 1964). */
  HUBER
}
