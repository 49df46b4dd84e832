package io.makerbench.system.perp;

/** What of an action and of a market takes effect. */
public enum Mode {
  /**
   * As published: price offsets and hedge weights have no effect, every quote is filled, orders
   * that take pay the touch, and drawn events do not happen.
   */
  PUBLISHED,
  /**
   * All of an action counts, quotes fill at random by their distance from the mid, orders that take
   * pay slippage, funding is paid, and drawn events happen.
   */
  CORRECTED
}
