package io.makerbench.workbench.replay;

import io.makerbench.tape.BookStates;
import io.makerbench.tape.Levels;
import io.makerbench.tape.Tape;

/** Reads the resting sizes of a window from a tape: all levels where it has them, else the top. */
final class DepthReader {
  /** Prices kept beyond the range of the best prices, as a share of the price. */
  private static final double MARGIN_SHARE = 0.006;

  private static final int LEAST_MARGIN_TICKS = 200;
  private static final int MOST_MARGIN_TICKS = 8192;

  private final Tape tape;
  private final Clock clock;
  private final long startNs;
  private final long endNs;
  private final BookStates states;

  DepthReader(Tape tape, Clock clock, long startNs, long endNs) {
    this.tape = tape;
    this.clock = clock;
    this.startNs = startNs;
    this.endNs = endNs;
    states = tape.states();
  }

  DepthHistory read() {
    RowRange rows = RowRange.around(states.rows(), states::localTime, startNs, endNs);
    DepthHistory.Recorder recorder = recorder(rows);
    Levels levels = tape.levels();
    if (levels.rows() > 0) {
      readLevels(levels, recorder);
    } else {
      readStates(rows, recorder);
    }
    return recorder.finish();
  }

  private DepthHistory.Recorder recorder(RowRange rows) {
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (long row = rows.first(); row < rows.end(); row++) {
      if (states.bidSize(row, 0) > 0) {
        lowest = Math.min(lowest, states.bidPrice(row, 0));
      }
      if (states.askSize(row, 0) > 0) {
        highest = Math.max(highest, states.askPrice(row, 0));
      }
    }
    if (lowest > highest) {
      return new DepthHistory.Recorder(0, 0, startNs);
    }
    int margin =
        Math.clamp(Math.round(highest * MARGIN_SHARE), LEAST_MARGIN_TICKS, MOST_MARGIN_TICKS);
    return new DepthHistory.Recorder(lowest - margin, highest + margin, startNs);
  }

  private void readLevels(Levels levels, DepthHistory.Recorder recorder) {
    TwoSidedSizes book = new TwoSidedSizes(recorder);
    long time = startNs;
    for (long row = 0; row < levels.rows(); row++) {
      long at = clock.time(levels.exchangeTime(row), levels.localTime(row));
      if (levels.localTime(row) > endNs && at > endNs) {
        return;
      }
      time = Math.max(time, at);
      if (levels.snapshotBegins(row)) {
        book.clear(time);
      }
      book.set(time, levels.side(row), levels.price(row), levels.size(row));
    }
  }

  private void readStates(RowRange rows, DepthHistory.Recorder recorder) {
    TwoSidedSizes book = new TwoSidedSizes(recorder);
    long time = startNs;
    long before = -1;
    for (long row = rows.first(); row < rows.end(); row++) {
      long at = clock.time(states.exchangeTime(row), states.localTime(row));
      if (at > endNs) {
        return;
      }
      time = Math.max(time, at);
      if (before >= 0) {
        removeAbsent(book, time, before, row);
      }
      for (int level = 0; level < states.depth(); level++) {
        if (states.bidSize(row, level) > 0) {
          book.set(time, Levels.BID, states.bidPrice(row, level), states.bidSize(row, level));
        }
        if (states.askSize(row, level) > 0) {
          book.set(time, Levels.ASK, states.askPrice(row, level), states.askSize(row, level));
        }
      }
      before = row;
    }
  }

  /** Empties the prices of one state that the next one does not list. */
  private void removeAbsent(TwoSidedSizes book, long time, long before, long row) {
    int bid = 0;
    int ask = 0;
    for (int level = 0; level < states.depth(); level++) {
      int bidPrice = states.bidPrice(before, level);
      while (bid < states.depth() && listedBid(row, bid) && states.bidPrice(row, bid) > bidPrice) {
        bid++;
      }
      if (bid == states.depth() || !listedBid(row, bid) || states.bidPrice(row, bid) != bidPrice) {
        book.set(time, Levels.BID, bidPrice, 0);
      }
      int askPrice = states.askPrice(before, level);
      while (ask < states.depth() && listedAsk(row, ask) && states.askPrice(row, ask) < askPrice) {
        ask++;
      }
      if (ask == states.depth() || !listedAsk(row, ask) || states.askPrice(row, ask) != askPrice) {
        book.set(time, Levels.ASK, askPrice, 0);
      }
    }
  }

  private boolean listedBid(long row, int level) {
    return states.bidSize(row, level) > 0;
  }

  private boolean listedAsk(long row, int level) {
    return states.askSize(row, level) > 0;
  }
}
