package io.makerbench.tape;

import io.makerbench.book.Ladder;

/**
 * Writes the table of {@link Events}. Level updates and trades are handed over each in the order in
 * which they were received; {@link #finish} merges them. A level update whose exchange time went
 * back counts as happening with the one before it: an older one put behind it would leave a level
 * in the book that is long gone. Heap use grows with the number of rows whose exchange times are
 * out of that order, not with the number of rows.
 */
final class EventsWriter implements AutoCloseable {
  // Words of a row. A spool finds ascending runs of its second word, which here is the exchange's.
  private static final int LOCAL = 0;
  private static final int EXCHANGE = 1;
  private static final int KIND_AND_PRICE = 2;
  private static final int SIZE = 3;
  private static final int WIDTH = 4;

  private final Spool levels;
  private final Spool trades;
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter kind;
  private final TapeWriter.ColumnWriter price;
  private final TapeWriter.ColumnWriter size;
  private long latestLevel = Long.MIN_VALUE;

  EventsWriter(TapeWriter tape) {
    levels = new Spool(tape.workingFile("event-levels"), WIDTH);
    trades = new Spool(tape.workingFile("event-trades"), WIDTH);
    levels.startRun();
    trades.startRun();
    TapeWriter.TableWriter table = tape.table(Events.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    kind = table.bytes("kind");
    price = table.ints("price");
    size = table.longs("size");
  }

  /** Takes the emptying of both sides. */
  void clear(long exchange, long local) {
    long time = notBefore(exchange, local);
    spool(levels, time, local, Events.CLEAR, 0, 0);
    spool(levels, time, local, Events.CLEAR | Events.ASK, 0, 0);
  }

  /** A clock that is ahead by mistake holds later updates up no longer than to its own receipt. */
  private long notBefore(long exchange, long local) {
    long time = Math.max(exchange, latestLevel);
    latestLevel = Math.max(latestLevel, Math.min(exchange, local));
    return time;
  }

  /** Takes an update of a level; {@code side} as the {@link Ladder} names them. */
  void level(long exchange, long local, int side, int ticks, long lots) {
    int ask = side == Ladder.ASK ? Events.ASK : 0;
    spool(levels, notBefore(exchange, local), local, Events.LEVEL | ask, ticks, lots);
  }

  /** Takes a trade; {@code takerSign} is +1, −1 or 0 as {@link Trades#takerSign} says. */
  void trade(long exchange, long local, int takerSign, int ticks, long lots) {
    int side = takerSign > 0 ? 0 : takerSign < 0 ? Events.ASK : Events.UNKNOWN_TAKER;
    spool(trades, exchange, local, Events.TRADE | side, ticks, lots);
  }

  private static void spool(
      Spool spool, long exchange, long local, int rowKind, int ticks, long lots) {
    spool.row(local, exchange);
    spool.put((long) rowKind << Integer.SIZE | ticks);
    spool.put(lots);
  }

  /** Rows taken so far. */
  long rows() {
    return levels.rows() + trades.rows();
  }

  /** Writes the table. */
  void finish() {
    levels.map();
    trades.map();
    Merge byExchange = new Merge(new RowOrder(trades)::next, new RowOrder(levels)::next, EXCHANGE);
    Merge byLocal = new Merge(inOrder(trades), inOrder(levels), LOCAL);
    while (byExchange.there() || byLocal.there()) {
      if (byExchange.sameRow(byLocal)) {
        byExchange.write(Events.AT_EXCHANGE | Events.AT_LOCAL);
        byExchange.next();
        byLocal.next();
      } else if (byExchange.earlierAtExchange(byLocal)) {
        byExchange.write(Events.AT_EXCHANGE);
        byExchange.next();
      } else {
        byLocal.write(Events.AT_LOCAL);
        byLocal.next();
      }
    }
  }

  private static Rows inOrder(Spool spool) {
    long[] row = {0};
    return () -> row[0] < spool.rows() ? row[0]++ : -1;
  }

  /** Row numbers one after another, −1 at the end. */
  private interface Rows {
    long next();
  }

  /** Trades and levels by one of the clocks; of equal times trades come first. */
  private final class Merge {
    private final Rows tradeRows;
    private final Rows levelRows;
    private final int clock;
    private long trade;
    private long level;
    private long tradeTime;
    private long levelTime;
    private Spool spool = trades;
    private long row;

    Merge(Rows tradeRows, Rows levelRows, int clock) {
      this.tradeRows = tradeRows;
      this.levelRows = levelRows;
      this.clock = clock;
      nextTrade();
      nextLevel();
      choose();
    }

    private void nextTrade() {
      trade = tradeRows.next();
      tradeTime = trade < 0 ? Long.MAX_VALUE : trades.word(trade, clock);
    }

    private void nextLevel() {
      level = levelRows.next();
      levelTime = level < 0 ? Long.MAX_VALUE : levels.word(level, clock);
    }

    private void choose() {
      boolean takesTrade = trade >= 0 && tradeTime <= levelTime;
      spool = takesTrade ? trades : levels;
      row = takesTrade ? trade : level;
    }

    boolean there() {
      return row >= 0;
    }

    void next() {
      if (spool == trades) {
        nextTrade();
      } else {
        nextLevel();
      }
      choose();
    }

    boolean sameRow(Merge other) {
      return spool == other.spool && row == other.row;
    }

    /**
     * True where this row, at the exchange, comes before the other, which is received: so that
     * neither reader has to read far ahead of the other.
     */
    boolean earlierAtExchange(Merge other) {
      if (!there() || !other.there()) {
        return there();
      }
      long own = spool.word(row, EXCHANGE);
      long others = other.spool.word(other.row, EXCHANGE);
      return own < others || (own == others && word(LOCAL) < other.word(LOCAL));
    }

    private long word(int index) {
      return spool.word(row, index);
    }

    void write(int flags) {
      long kindAndPrice = word(KIND_AND_PRICE);
      exchangeTime.put(word(EXCHANGE));
      localTime.put(word(LOCAL));
      kind.put((byte) (kindAndPrice >>> Integer.SIZE | flags));
      price.put((int) kindAndPrice);
      size.put(word(SIZE));
    }
  }

  @Override
  public void close() {
    levels.close();
    trades.close();
  }
}
