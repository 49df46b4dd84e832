package io.makerbench.book;

/** What became of a change to an {@link OrderBook}. Recordings may contradict themselves. */
public enum OrderOutcome {
  /** The book did what was asked. */
  APPLIED,

  /** Applied, though an order with priority over this one was left untouched. */
  OUT_OF_TURN,

  /** More was to be taken from the order than it had left; it was removed with what it had. */
  MORE_THAN_LEFT,

  /** No such order rests here; nothing changed. */
  UNKNOWN_ORDER,

  /** An order of this id rests here already; nothing changed. */
  DUPLICATE_ORDER,

  /** The price is outside 0 … {@link OrderBook#MAX_PRICE}; nothing changed. */
  INVALID_PRICE,

  /** The size is outside 1 … {@link OrderBook#MAX_SIZE}; nothing changed. */
  INVALID_SIZE
}
