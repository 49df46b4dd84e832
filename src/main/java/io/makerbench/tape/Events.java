package io.makerbench.tape;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Level updates and trades of a market in one table, in an order that serves two readers at once:
 * the rows flagged {@link #AT_EXCHANGE} are in order of exchange time, those flagged {@link
 * #AT_LOCAL} in order of local time. A row whose place is the same in both orders is there once,
 * with both flags; any other is there twice. Among rows of one time trades come before level
 * updates, and each in the order in which they were received.
 *
 * <p>A snapshot begins with a {@link #CLEAR} of each side it rebuilds.
 */
public final class Events {
  static final String TABLE = "events";

  /** Bits of {@link Block#kinds} that tell what a row is. */
  public static final int WHAT = 3;

  /** The level of {@code price} has a new size; 0 removes it. */
  public static final int LEVEL = 0;

  /** A trade; its side is the taker's. */
  public static final int TRADE = 1;

  /** A side of the book is emptied. */
  public static final int CLEAR = 2;

  /** Bit of an ask level, or of a taker that sold. */
  public static final int ASK = 4;

  /** Bit of a trade whose taker the recording does not name. */
  public static final int UNKNOWN_TAKER = 8;

  /** Bit of a row that happens at the exchange at this place. */
  public static final int AT_EXCHANGE = 16;

  /** Bit of a row that is received at this place. */
  public static final int AT_LOCAL = 32;

  private final long rows;
  private final MemorySegment exchangeTime;
  private final MemorySegment localTime;
  private final MemorySegment kind;
  private final MemorySegment price;
  private final MemorySegment size;

  Events(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.column(TABLE, "exchange_time", ColumnType.LONG);
    localTime = tape.column(TABLE, "local_time", ColumnType.LONG);
    kind = tape.column(TABLE, "kind", ColumnType.BYTE);
    price = tape.column(TABLE, "price", ColumnType.INT);
    size = tape.column(TABLE, "size", ColumnType.LONG);
  }

  public long rows() {
    return rows;
  }

  /** Time of a row by one of the two clocks, ns since 1970 UTC. */
  public long time(Clock clock, long row) {
    return times(clock).getAtIndex(ColumnType.LONG_LAYOUT, row);
  }

  /** Time of the first event by whichever clock, ns since 1970 UTC; there must be events. */
  public long firstTime() {
    return Math.min(firstTime(Clock.EXCHANGE, AT_EXCHANGE), firstTime(Clock.LOCAL, AT_LOCAL));
  }

  private long firstTime(Clock clock, int flag) {
    long row = 0;
    while ((kind.get(ValueLayout.JAVA_BYTE, row) & flag) == 0) {
      row++;
    }
    return time(clock, row);
  }

  /** Largest time of an event by whichever clock, ns since 1970 UTC; there must be events. */
  public long lastTime() {
    return Math.max(lastTime(Clock.EXCHANGE, AT_EXCHANGE), lastTime(Clock.LOCAL, AT_LOCAL));
  }

  private long lastTime(Clock clock, int flag) {
    long row = rows - 1;
    while ((kind.get(ValueLayout.JAVA_BYTE, row) & flag) == 0) {
      row--;
    }
    return time(clock, row);
  }

  private MemorySegment times(Clock clock) {
    return clock == Clock.EXCHANGE ? exchangeTime : localTime;
  }

  /** Whose order of the rows, and whose time of them. */
  public enum Clock {
    EXCHANGE,
    LOCAL
  }

  /**
   * Consecutive rows, copied out of a tape for a loop that reads them one by one. Times and kinds
   * have room for one more, where the reader may mark the end.
   */
  public static final class Block {
    /** Rows a block holds. */
    public static final int ROWS = 2048;

    /** Times by the clock the block was filled for, ns since 1970 UTC. */
    public final long[] times = new long[ROWS + 1];

    /** What each row is: {@link #WHAT}, side and flags. */
    public final byte[] kinds = new byte[ROWS + 1];

    /** Prices in ticks. */
    public final int[] prices = new int[ROWS];

    /** Sizes in lots. */
    public final long[] sizes = new long[ROWS];

    /**
     * Copies rows.
     *
     * @return how many: {@link #ROWS}, or fewer at the end of the table
     */
    public int fill(Events events, Clock clock, long firstRow) {
      int count = (int) Math.min(ROWS, events.rows - firstRow);
      copyLongs(events.times(clock), firstRow, times, count);
      copyLongs(events.size, firstRow, sizes, count);
      MemorySegment.copy(
          events.price, ColumnType.INT_LAYOUT, firstRow * Integer.BYTES, prices, 0, count);
      MemorySegment.copy(events.kind, firstRow, MemorySegment.ofArray(kinds), 0, count);
      return count;
    }

    private static void copyLongs(MemorySegment column, long firstRow, long[] out, int count) {
      MemorySegment.copy(column, ColumnType.LONG_LAYOUT, firstRow * Long.BYTES, out, 0, count);
    }
  }
}
