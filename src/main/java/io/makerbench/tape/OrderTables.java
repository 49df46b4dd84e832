package io.makerbench.tape;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * The tables of a tape that is made of order events: the orders themselves, the levels and book
 * states they build, their trades, and these merged. All rows of one event have its times, and
 * findings the place of the line that is being read.
 */
final class OrderTables implements AutoCloseable {
  private static final int LINES_PER_REPORT = 1 << 14;

  private final OrdersWriter orders;
  private final LevelsWriter levels;
  private final TradesWriter trades;
  private final BookStatesWriter states;
  private final EventsWriter events;
  private final int depth;
  private final ImportOptions options;
  private final Findings findings;
  private final ImportProgress progress;
  private String file = "";
  private long line;
  private long read;
  private long dropped;
  private long exchange;
  private long local;
  private byte levelKind = Levels.UPDATE;

  OrderTables(
      TapeWriter tape,
      int depth,
      ImportOptions options,
      Findings findings,
      ImportProgress progress) {
    this.options = options;
    this.depth = depth;
    this.findings = findings;
    this.progress = progress;
    orders = new OrdersWriter(tape);
    levels = new LevelsWriter(tape);
    trades = new TradesWriter(tape);
    states = new BookStatesWriter(tape, depth);
    events = new EventsWriter(tape);
  }

  /** Lines that follow are of this file. */
  void read(Path path) {
    file = String.valueOf(path.getFileName());
  }

  /** What follows comes of this line. */
  void line(long number) {
    line = number;
    if (read++ % LINES_PER_REPORT == 0 && !progress.goOn("writing " + Orders.TABLE, read)) {
      throw new CancellationException("The import was cancelled.");
    }
  }

  /** Rows that follow are of these times. */
  void at(long exchangeTime, long localTime) {
    exchange = exchangeTime;
    local = localTime + options.clockOffsetNs();
  }

  /** Counts a finding at this line. */
  void found(Defect defect) {
    findings.add(defect, Orders.TABLE, () -> file + ", line " + line);
  }

  /** Counts this line as left out. */
  void drop() {
    dropped++;
  }

  /** Level updates that follow rebuild the book, until {@link #endSnapshot}. */
  void beginSnapshot() {
    levelKind = Levels.SNAPSHOT_BEGINS;
  }

  void endSnapshot() {
    levelKind = Levels.UPDATE;
  }

  void order(OrderKind kind, OrdersWriter.Origin origin, int side, long id, int price, long size) {
    orders.write(exchange, local, kind, origin, side, id, price, size);
  }

  /** Writes a level's new total. */
  void level(int side, int price, long size) {
    if (levelKind == Levels.SNAPSHOT_BEGINS) {
      events.clear(exchange, local);
    }
    levels.write(exchange, local, side, levelKind, price, size);
    events.level(exchange, local, side, price, size);
    if (levelKind == Levels.SNAPSHOT_BEGINS) {
      levelKind = Levels.IN_SNAPSHOT;
    }
  }

  /** Writes a trade; {@code takerSign} as {@link Trades#takerSign}. */
  void trade(int takerSign, int price, long size) {
    trades.write(exchange, local, takerSign, price, size);
    events.trade(exchange, local, takerSign, price, size);
  }

  /** Writes a published book where one of its stored levels changed; a crossed one is left out. */
  void state(LobsterRow row) {
    if (row.levels[Orders.BID] > 0 && row.levels[Orders.ASK] > 0) {
      int spread = row.prices[Orders.ASK][0] - row.prices[Orders.BID][0];
      if (spread < 0) {
        found(Defect.CROSSED);
        return;
      }
      if (spread == 0) {
        found(Defect.LOCKED);
      }
    }
    take(row, Orders.BID, states.bidPrices, states.bidSizes);
    take(row, Orders.ASK, states.askPrices, states.askSizes);
    states.writeIfChanged(exchange, local);
  }

  private void take(LobsterRow row, int side, int[] prices, long[] sizes) {
    for (int level = 0; level < depth; level++) {
      boolean there = level < row.levels[side];
      prices[level] = there ? row.prices[side][level] : 0;
      sizes[level] = there ? row.sizes[side][level] : 0;
    }
  }

  /** Merges levels and trades, once all were written. */
  void finish() {
    progress.goOn("merging events", events.rows());
    events.finish();
  }

  /** What became of the lines. */
  ImportReport.Rows rows() {
    return new ImportReport.Rows(Orders.TABLE, read, read - dropped, dropped);
  }

  @Override
  public void close() {
    events.close();
  }
}
