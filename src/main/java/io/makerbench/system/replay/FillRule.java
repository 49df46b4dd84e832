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
  PROBABILITY,
  /** At the exact place in the queue of single orders, for recordings that have them. */
  L3_FIFO;

  /** True where a place in a queue is estimated from sizes, which takes trades to tell. */
  boolean estimatesQueues() {
    return this == RISK_AVERSE || this == PROBABILITY;
  }

  /** True where orders wait in a queue. */
  boolean queued() {
    return estimatesQueues() || this == L3_FIFO;
  }

  /** As written in configurations and reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
