package io.makerbench.book;

/**
 * How long requests travel to an exchange and answers back, in ns, for each at the time it sets
 * out. The way back is also that of market data, for a feed whose receiver's clock is modelled.
 *
 * <p>A negative time means that the exchange refuses the request for reasons of its own, as
 * overloaded ones do: the request has no effect, and the trader hears so after the time without its
 * sign. The way back is never negative.
 *
 * <p>A model that draws at random belongs to one copy; the others may be shared.
 */
public sealed interface LatencyModel permits OrderLatency, LogNormalLatency, RecordedLatency {
  /** Time a new order sent at {@code sent} takes to the exchange. */
  long place(long sent);

  /** Time the replacement of an order sent at {@code sent} takes to the exchange. */
  long modify(long sent);

  /** Time a cancel sent at {@code sent} takes to the exchange. */
  long cancel(long sent);

  /** Time what leaves the exchange at {@code left} takes back. */
  long response(long left);

  /** What changes from call to call, to be saved; empty for most models. */
  default long[] state() {
    return new long[0];
  }

  /** Continues where {@link #state} was taken. */
  default void restore(long[] state) {
    if (state.length != 0) {
      throw new IllegalArgumentException("This latency model has no state to restore.");
    }
  }
}
