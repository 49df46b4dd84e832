package io.makerbench.learn.torch;

/** The floats that a network's products are taken in. Parameters and their updates are 32-bit. */
public enum Precision {
  /** 32-bit floats throughout. */
  SINGLE,
  /**
   * Matrix products in 16-bit floats, all else in 32-bit floats, and gradients scaled on their way
   * back so that 16 bits hold them (Micikevicius et al., 2018, Mixed precision training).
   */
  MIXED
}
