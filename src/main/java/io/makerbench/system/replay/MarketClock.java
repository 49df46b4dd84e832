package io.makerbench.system.replay;

import io.makerbench.book.LatencyModel;
import io.makerbench.config.InputException;
import io.makerbench.system.Footage;
import io.makerbench.system.Span;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Orders;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Trades;
import org.jspecify.annotations.Nullable;

/**
 * When the book states of a tape are seen and when its events happen. Published: at exchange time,
 * all in one. Corrected: seen at the receiver's time, recorded or modelled.
 *
 * <p>Nothing counts as happening after it was received, whatever the two clocks of a recording say:
 * else a policy would see what orders sent by it could still meet. A modelled feed starts from the
 * exchange's times and overtakes itself never.
 */
final class MarketClock {
  private final Tape tape;
  private final BookStates states;
  private final Mode mode;
  private final long @Nullable [] modelled;
  private final @Nullable OrderQueues queues;

  private MarketClock(
      Tape tape, Mode mode, long @Nullable [] modelled, @Nullable OrderQueues queues) {
    this.tape = tape;
    this.queues = queues;
    states = tape.states();
    this.mode = mode;
    this.modelled = modelled;
  }

  /** The recorded clocks. */
  static MarketClock recorded(Tape tape, Mode mode) {
    return new MarketClock(tape, mode, null, null);
  }

  /** The exchange's clock and a feed of this latency, of the way back. */
  static MarketClock modelled(Tape tape, LatencyModel feed) {
    BookStates states = tape.states();
    long[] seen = new long[Math.toIntExact(states.rows())];
    long happened = Long.MIN_VALUE;
    long before = Long.MIN_VALUE;
    for (int r = 0; r < seen.length; r++) {
      happened = Math.max(happened, states.exchangeTime(r));
      before = Math.max(before, happened + feed.response(happened));
      seen[r] = before;
    }
    return new MarketClock(tape, Mode.CORRECTED, seen, null);
  }

  /** This clock, and single orders followed through their queues instead of trades. */
  MarketClock byOrder() {
    return new MarketClock(tape, mode, modelled, new OrderQueues(tape.orders()));
  }

  /** The queues of single orders; null where they are not followed. */
  @Nullable OrderQueues queues() {
    return queues;
  }

  Tape tape() {
    return tape;
  }

  Mode mode() {
    return mode;
  }

  /** Time a row of the book states is seen, ns since 1970 UTC; ascending when corrected. */
  long seen(int row) {
    if (modelled != null) {
      return modelled[row];
    }
    return mode == Mode.CORRECTED ? states.localTime(row) : states.exchangeTime(row);
  }

  /** Time a row of the book states happened at the exchange, taken by itself. */
  long happened(int row) {
    return happened(states.exchangeTime(row), states.localTime(row));
  }

  /** Time a trade happened at the exchange. */
  long happened(Trades trades, long row) {
    return happened(trades.exchangeTime(row), trades.localTime(row));
  }

  /** Time something happened to a single order, taken by itself. */
  long happened(Orders orders, long row) {
    return happened(orders.exchangeTime(row), orders.localTime(row));
  }

  private long happened(long own, long local) {
    return mode == Mode.CORRECTED && modelled == null ? Math.min(own, local) : own;
  }

  /** The first row seen at or after a time, all rows being in order of it; see {@link #seen}. */
  int firstSeen(long timeNs) {
    int low = 0;
    int high = Math.toIntExact(states.rows());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seen(middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All of the tape. */
  Span<MarketClock> whole() {
    if (states.rows() == 0) {
      throw new InputException(
          "The tape " + tape.path() + " holds no book states; import a book recording.");
    }
    return new Span<>(this, seen(0), seen(Math.toIntExact(states.rows() - 1)));
  }

  /** The rows of book states seen within a stretch. */
  Footage footage(long startNs, long endNs) {
    long first = states.rows();
    long last = -1;
    for (int r = 0; r < states.rows(); r++) {
      long time = seen(r);
      if (time >= startNs && time <= endNs) {
        first = Math.min(first, r);
        last = r;
      }
    }
    return new Footage(tape.path(), first, last, mode == Mode.PUBLISHED);
  }
}
