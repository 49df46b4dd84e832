package io.makerbench.system.perp;

/** What moves the fair value of the made market. */
public enum PriceModel {
  /** A steady rise of 0.1 USD a second, as published; only the venues' mids are noisy. */
  STEADY,
  /** Geometric Brownian motion without drift. */
  GBM,
  /** The same with normal jumps of the logarithm. */
  JUMP
}
