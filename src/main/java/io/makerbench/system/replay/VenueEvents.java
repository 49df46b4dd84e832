package io.makerbench.system.replay;

import io.makerbench.system.FundingPayments;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Orders;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Trades;
import java.util.Arrays;

/**
 * What happened at the exchange during a stretch, in order of exchange time: trades (or single
 * orders, where they are followed), then book states, then funding among equal times. (A trade
 * shows before the book it led to, so that a queue is not shortened twice by it.)
 *
 * <p>A book state holds all that was received before it, so states keep their order of receipt when
 * the clock is local: one whose exchange time went back counts as happening with its predecessor.
 *
 * @param time exchange time, ns since 1970 UTC; ascending
 * @param kind {@link #TRADE}, {@link #ORDER}, {@link #STATE} or {@link #FUNDING}
 * @param index row of the tape's trades, orders or book states; place in {@code funding}
 * @param ordersBefore rows of the tape's orders that happened before
 * @param funding payment to one unit held long, in the contract's money
 */
record VenueEvents(long[] time, byte[] kind, int[] index, int ordersBefore, double[] funding) {
  static final byte TRADE = 0;
  static final byte STATE = 1;
  static final byte FUNDING = 2;
  static final byte ORDER = 3;

  /**
   * Merges the events a stretch needs.
   *
   * @param firstRow row of the book state seen first
   * @param fromNs time it is seen; nothing but the book before this time matters
   * @param untilNs nothing after this time matters
   */
  static VenueEvents between(
      Tape tape,
      MarketClock clock,
      FundingPayments payments,
      int firstRow,
      long fromNs,
      long untilNs) {
    Collector all = new Collector();
    int ordersBefore = 0;
    if (clock.queues() == null) {
      collectTrades(tape.trades(), clock, fromNs, untilNs, all);
    } else {
      ordersBefore = collectOrders(tape.orders(), clock, fromNs, untilNs, all);
    }
    collectStates(tape.states(), clock, firstRow, fromNs, untilNs, all);
    FundingPayments.Due due = payments.between(tape, fromNs, untilNs);
    for (int i = 0; i < due.count(); i++) {
      all.add(due.time(i), FUNDING, i);
    }
    // The stable sort keeps the order of collection among equal times.
    int[] order = TimeOrder.stable(all.times());
    byte[] kind = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      kind[i] = all.kind[order[i]];
    }
    return new VenueEvents(
        TimeOrder.take(all.time, order),
        kind,
        TimeOrder.take(all.index, order),
        ordersBefore,
        due.payments());
  }

  private static void collectTrades(
      Trades trades, MarketClock clock, long fromNs, long untilNs, Collector all) {
    for (long r = 0; r < trades.rows(); r++) {
      long time = clock.happened(trades, r);
      if (time > fromNs && time <= untilNs) {
        all.add(time, TRADE, r);
      }
    }
  }

  /**
   * Orders keep the order of the recording, which a queue is made of: one whose time went back
   * counts as happening with its predecessor.
   */
  private static int collectOrders(
      Orders orders, MarketClock clock, long fromNs, long untilNs, Collector all) {
    int before = 0;
    long latest = Long.MIN_VALUE;
    for (int r = 0; r < orders.rows(); r++) {
      latest = Math.max(latest, clock.happened(orders, r));
      if (latest > untilNs) {
        break;
      }
      if (latest <= fromNs) {
        before = r + 1;
      } else {
        all.add(latest, ORDER, r);
      }
    }
    return before;
  }

  private static void collectStates(
      BookStates states,
      MarketClock clock,
      int firstRow,
      long fromNs,
      long untilNs,
      Collector all) {
    if (clock.mode() == Mode.PUBLISHED) {
      for (long r = 0; r < states.rows(); r++) {
        long time = states.exchangeTime(r);
        if (time >= fromNs && time <= untilNs) {
          all.add(time, STATE, r);
        }
      }
      return;
    }
    long latest = Long.MIN_VALUE;
    for (int r = firstRow; r < states.rows(); r++) {
      latest = Math.max(latest, clock.happened(r));
      if (latest > untilNs) {
        break;
      }
      all.add(latest, STATE, r);
    }
  }

  int count() {
    return time.length;
  }

  /** Grows as events come in. */
  private static final class Collector {
    private long[] time = new long[1024];
    private byte[] kind = new byte[1024];
    private int[] index = new int[1024];
    private int count;

    void add(long eventTime, byte eventKind, long eventIndex) {
      if (count == time.length) {
        time = Arrays.copyOf(time, 2 * count);
        kind = Arrays.copyOf(kind, 2 * count);
        index = Arrays.copyOf(index, 2 * count);
      }
      time[count] = eventTime;
      kind[count] = eventKind;
      index[count++] = Math.toIntExact(eventIndex);
    }

    long[] times() {
      return Arrays.copyOf(time, count);
    }
  }
}
