package io.makerbench.tape;

/**
 * Book states in order of local time, one a tick: a row of a snapshot recording, or the book after
 * all updates that arrived together when one of its stored levels changed.
 *
 * <p>Levels are counted from 0 at the best price. A level that is absent has size 0, and its price
 * is unspecified.
 */
public final class BookStates {
  static final String TABLE = "states";

  private final long rows;
  private final int depth;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final ByteColumn firstChanged;
  private final IntColumn[] bidPrice;
  private final LongColumn[] bidSize;
  private final IntColumn[] askPrice;
  private final LongColumn[] askSize;

  BookStates(Tape tape) {
    rows = tape.rows(TABLE);
    depth = tape.header().depth();
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    firstChanged = tape.bytes(TABLE, "first_changed");
    bidPrice = new IntColumn[depth];
    bidSize = new LongColumn[depth];
    askPrice = new IntColumn[depth];
    askSize = new LongColumn[depth];
    for (int level = 0; level < depth; level++) {
      bidPrice[level] = tape.ints(TABLE, "bid_price_" + level);
      bidSize[level] = tape.longs(TABLE, "bid_size_" + level);
      askPrice[level] = tape.ints(TABLE, "ask_price_" + level);
      askSize[level] = tape.longs(TABLE, "ask_size_" + level);
    }
  }

  public long rows() {
    return rows;
  }

  /** Levels stored a side. */
  public int depth() {
    return depth;
  }

  /** Exchange time, ns since 1970 UTC. */
  public long exchangeTime(long row) {
    return exchangeTime.get(row);
  }

  /** Receiver's time, ns since 1970 UTC; ascending. */
  public long localTime(long row) {
    return localTime.get(row);
  }

  /**
   * The level nearest the touch, on either side, that differs from the row before; a simulation
   * that looks {@code d} levels deep sees a tick where this is below {@code d}. Rows of snapshot
   * recordings are ticks by themselves and hold 0.
   */
  public int firstChanged(long row) {
    return firstChanged.get(row);
  }

  /** Bid price in ticks. */
  public int bidPrice(long row, int level) {
    return bidPrice[level].get(row);
  }

  /** Bid size in lots; 0 when the level is absent. */
  public long bidSize(long row, int level) {
    return bidSize[level].get(row);
  }

  /** Ask price in ticks. */
  public int askPrice(long row, int level) {
    return askPrice[level].get(row);
  }

  /** Ask size in lots; 0 when the level is absent. */
  public long askSize(long row, int level) {
    return askSize[level].get(row);
  }

  /** The first row received at or after a time; the number of rows when there is none. */
  public long firstReceived(long timeNs) {
    return localTime.firstNotBelow(timeNs, rows);
  }
}
