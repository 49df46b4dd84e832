package io.makerbench.system.replay;

import java.util.Locale;

/** When a resting order is executed. */
public enum FillRule {
  /**
   * The default of the mode: {@code touch} when published; when corrected {@code risk-averse} where
   * the tape has trades and {@code cross} where it has none.
   */
  AUTO,
  /** Whole, as soon as the order is at or inside the touch; optimistic. */
  TOUCH,
  /** Only when the market trades through the order's price or the opposite touch reaches it. */
  CROSS,
  /** Behind the queue found on arrival, which only trades and shrinking levels shorten. */
  RISK_AVERSE,
  /** Behind that queue, which cancels also shorten, shared out by a probability. */
  PROBABILITY;

  /** True where orders wait in a queue, which takes trades to tell. */
  boolean queued() {
    return this == RISK_AVERSE || this == PROBABILITY;
  }

  /** As written in configurations and reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
