package io.makerbench.flow;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import io.makerbench.tape.Trades;

/**
 * Tells an observer the order flow of a tape, by exchange time; at the same time trades come before
 * the book they led to. Time starts at the first book with two sides; trades before it are passed
 * over, and a stamp that runs back counts as the one before it. A tape of any length is read row by
 * row.
 *
 * <p>Trades of one exchange time and side are one market order. Venues count time in steps, often
 * of a millisecond, in which several orders may come: a market order's time is drawn evenly within
 * its step from a seeded stream, later than those before it. A trade of unknown side took the side
 * whose best price it printed at or beyond, and neither when it printed inside.
 */
final class TapeFlow {
  private static final double NS_PER_SECOND = 1e9;

  private final Trades trades;
  private final RecordedBook book;
  private final FlowObserver observer;
  private final RandomStream jitter;
  private final double stepSeconds;
  private long row;
  private long start;
  private long end;
  private boolean begun;
  private long samples;
  private long stampOfLast = Long.MIN_VALUE;
  private double shareOfLast;

  private TapeFlow(Tape tape, long seed, FlowObserver observer) {
    this.observer = observer;
    trades = tape.trades();
    book = tape.levels().rows() > 0 ? new LevelBook(tape.levels()) : new StateBook(tape.states());
    jitter = RandomStream.named(seed, "clock jitter", 0);
    stepSeconds = clockStepSeconds(tape);
  }

  /** Replays a tape to an observer; returns the seconds from its first book to its last event. */
  static double replay(Tape tape, long seed, FlowObserver observer) {
    TapeFlow flow = new TapeFlow(tape, seed, observer);
    while (flow.row < flow.trades.rows() || flow.book.nextTime() < Long.MAX_VALUE) {
      flow.next();
    }
    return flow.secondsAt(flow.end);
  }

  /** Step in which the venue of a tape counts time, s. */
  static double clockStepSeconds(Tape tape) {
    return ClockResolution.ofTrades(tape.trades()) / NS_PER_SECOND;
  }

  private double secondsAt(long time) {
    return (time - start) / NS_PER_SECOND;
  }

  private void next() {
    boolean trade = row < trades.rows() && trades.exchangeTime(row) <= book.nextTime();
    long time = trade ? trades.exchangeTime(row) : book.nextTime();
    if (begun) {
      sampleUpTo(time);
    }
    if (trade) {
      trade(time);
    } else {
      book.apply(secondsAt(time), observer);
      begin(time);
    }
    end = Math.max(end, begun ? time : end);
    if (!trade && begun && book.valid()) {
      observer.state(secondsAt(end), book);
    }
  }

  private void begin(long time) {
    if (!begun && book.valid()) {
      begun = true;
      start = time;
      end = time;
    }
  }

  private void sampleUpTo(long time) {
    while (samples * FlowObserver.SAMPLE_SECONDS < secondsAt(time)) {
      if (book.valid()) {
        observer.sample(samples * FlowObserver.SAMPLE_SECONDS, book);
      }
      samples++;
    }
  }

  /** One market order: the rows of one time and side that follow each other. */
  private void trade(long time) {
    int sign = sign(row);
    int farthest = trades.price(row);
    long lots = 0;
    do {
      int price = trades.price(row);
      farthest = sign < 0 ? Math.min(farthest, price) : Math.max(farthest, price);
      lots += trades.size(row);
      if (sign != 0) {
        book.traded(sign > 0 ? Ladder.ASK : Ladder.BID, price, trades.size(row));
      }
      row++;
    } while (row < trades.rows() && trades.exchangeTime(row) == time && sign(row) == sign);
    if (begun && book.valid()) {
      double seconds = withinStep(Math.max(time, stampOfLast));
      observer.trade(seconds, sign, farthest, lots, book);
    }
  }

  private int sign(long ofRow) {
    int recorded = trades.takerSign(ofRow);
    if (recorded != 0 || !book.valid()) {
      return recorded;
    }
    int price = trades.price(ofRow);
    if (price >= book.bestAsk()) {
      return 1;
    }
    return price <= book.bestBid() ? -1 : 0;
  }

  /** An instant of an order within the clock's step, after the order before it. */
  private double withinStep(long time) {
    boolean sameStep = time == stampOfLast;
    double from = sameStep ? shareOfLast : 0;
    shareOfLast = from + (1 - from) * jitter.nextDouble();
    stampOfLast = time;
    return secondsAt(time) + shareOfLast * stepSeconds;
  }
}
