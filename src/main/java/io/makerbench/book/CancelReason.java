package io.makerbench.book;

/** Why a {@link MatchingEngine} took size from an order without a trade. */
public enum CancelReason {
  /** A cancel asked for it. */
  REQUESTED,

  /** The order does not rest, and nothing was left to trade with at its price. */
  NOT_RESTING,

  /** The order had to be filled at once and whole, and could not be. */
  NOT_FILLABLE,

  /** It would have traded with an order of the same owner. */
  SELF_TRADE
}
