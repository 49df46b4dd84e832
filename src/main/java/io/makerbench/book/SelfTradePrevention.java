package io.makerbench.book;

/** What happens when an order would trade with a resting order of the same owner. */
public enum SelfTradePrevention {
  /** They trade. */
  NONE,

  /** What is left of the incoming order is cancelled; the resting order stays. */
  CANCEL_NEWEST,

  /** The resting order is cancelled and the incoming order goes on. */
  CANCEL_OLDEST,

  /** Both are cancelled. */
  CANCEL_BOTH,

  /**
   * Both lose the smaller of their sizes without a trade: the smaller order is cancelled, the
   * larger goes on or stays, in its place, with the rest.
   */
  DECREMENT_AND_CANCEL
}
