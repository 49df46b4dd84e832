package io.makerbench.book;

/** How an order behaves when it reaches a {@link MatchingEngine}. */
public enum OrderType {
  /** Trades up to its price at once; what is left rests until it is cancelled. */
  LIMIT,

  /** Trades at any price at once; what is left is cancelled. */
  MARKET,

  /** Trades up to its price at once; what is left is cancelled. */
  IMMEDIATE_OR_CANCEL,

  /** Trades all of its size up to its price at once, or is cancelled without a trade. */
  FILL_OR_KILL,

  /** Rests without trading; rejected when it would trade. */
  POST_ONLY
}
