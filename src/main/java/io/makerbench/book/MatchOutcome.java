package io.makerbench.book;

/** What became of a message to a {@link MatchingEngine}, when it has been worked off. */
public enum MatchOutcome {
  /** The order rests with its whole size; it traded nothing. */
  RESTING,

  /** The order lost a part of its size, by trades or to its owner's own orders; the rest rests. */
  PARTLY_RESTING,

  /** The order traded its whole size. */
  FILLED,

  /** The order traded a part of its size; the rest was cancelled. */
  PARTLY_FILLED,

  /** The order is gone without a trade: cancelled on request, or since it may not rest. */
  CANCELLED,

  /** Rejected: an order of this id rests already. */
  DUPLICATE_ORDER,

  /** Rejected: no order of this id rests. */
  UNKNOWN_ORDER,

  /** Rejected: the price is outside 0 … {@link OrderBook#MAX_PRICE}. */
  INVALID_PRICE,

  /** Rejected: the size is outside 1 … {@link OrderBook#MAX_SIZE}. */
  INVALID_SIZE,

  /** Rejected: a post-only order would have traded. */
  WOULD_TRADE;

  /** Whether the message was refused and changed nothing. */
  public boolean rejected() {
    return ordinal() >= DUPLICATE_ORDER.ordinal();
  }
}
