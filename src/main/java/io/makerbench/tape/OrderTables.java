package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.book.OrderBook;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * The tables of a tape that is made of order events: the orders themselves, the levels and book
 * states they build, their trades, and these merged. All rows of one event have its time, and
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

  /** Rows that follow are of this time, by the one clock such recordings have. */
  void at(long time) {
    exchange = time;
    local = time + options.clockOffsetNs();
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

  /** Writes a trade of this time; {@code takerSign} as {@link Trades#takerSign}. */
  void trade(int takerSign, int price, long size) {
    trade(exchange, takerSign, price, size);
  }

  /** Writes a trade of a time by the one clock there is, no earlier than the trade before. */
  void trade(long time, int takerSign, int price, long size) {
    long received = time + options.clockOffsetNs();
    trades.write(time, received, takerSign, price, size);
    events.trade(time, received, takerSign, price, size);
  }

  /** Writes the best levels where one of the stored ones changed; a crossed book is left out. */
  void state(OrderBook book) {
    if (book.bestBid() > book.bestAsk()) {
      found(Defect.CROSSED);
      return;
    }
    if (book.bestBid() == book.bestAsk()) {
      found(Defect.LOCKED);
    }
    take(book, Ladder.BID, states.bidPrices, states.bidSizes);
    take(book, Ladder.ASK, states.askPrices, states.askSizes);
    states.writeIfChanged(exchange, local);
  }

  private void take(OrderBook book, int side, int[] prices, long[] sizes) {
    for (int level = book.copyTop(side, depth, prices, sizes); level < depth; level++) {
      prices[level] = 0;
      sizes[level] = 0;
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
