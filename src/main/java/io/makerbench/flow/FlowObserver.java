package io.makerbench.flow;

/**
 * Sees the order flow of a market go by, whether recorded or made. Times are seconds from the
 * start; prices are ticks and sizes lots; books are those before the event and may only be read
 * during the call. Sides are {@link io.makerbench.book.Ladder#BID} and {@link
 * io.makerbench.book.Ladder#ASK}.
 */
public interface FlowObserver {
  /** Time between two samples of the book, s. */
  double SAMPLE_SECONDS = 0.1;

  /** A limit order came to rest. */
  default void limit(double seconds, int side, int price, long lots, BookView before) {}

  /** Resting size was cancelled. */
  default void cancel(double seconds, int side, int price, long lots, BookView before) {}

  /**
   * A market order traded.
   *
   * @param sign +1 when it bought, −1 when it sold, 0 when nobody knows
   * @param farthest price farthest from the middle that it traded at
   * @param lots its size over all prices
   */
  default void trade(double seconds, int sign, double farthest, long lots, BookView before) {}

  /** The book after all that happened at an instant. */
  default void state(double seconds, BookView now) {}

  /** The book at a regular instant, every {@value #SAMPLE_SECONDS} s from the start. */
  default void sample(double seconds, BookView now) {}

  /**
   * An own order was filled.
   *
   * @param side side of the own order
   * @param price its price
   * @param lots what was filled of it
   */
  default void fill(double seconds, int side, double price, long lots) {}
}
