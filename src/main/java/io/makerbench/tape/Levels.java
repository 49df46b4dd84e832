package io.makerbench.tape;

/**
 * Incremental updates of book levels in order of local time. Size 0 removes a level. The rows of a
 * snapshot replace the whole book: the first of them ({@link #snapshotBegins}) clears it.
 */
public final class Levels {
  static final String TABLE = "levels";

  /** Value of {@link #side} for bids. */
  public static final byte BID = 0;

  /** Value of {@link #side} for asks. */
  public static final byte ASK = 1;

  /** Kinds of row in the column {@code is_snapshot}. */
  static final byte UPDATE = 0;

  static final byte IN_SNAPSHOT = 1;
  static final byte SNAPSHOT_BEGINS = 2;

  private final long rows;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final ByteColumn side;
  private final ByteColumn snapshot;
  private final IntColumn price;
  private final LongColumn size;

  Levels(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    side = tape.bytes(TABLE, "side");
    snapshot = tape.bytes(TABLE, "is_snapshot");
    price = tape.ints(TABLE, "price");
    size = tape.longs(TABLE, "size");
  }

  public long rows() {
    return rows;
  }

  /** Exchange time, ns since 1970 UTC. */
  public long exchangeTime(long row) {
    return exchangeTime.get(row);
  }

  /** Receiver's time, ns since 1970 UTC; ascending. */
  public long localTime(long row) {
    return localTime.get(row);
  }

  /** {@link #BID} or {@link #ASK}. */
  public byte side(long row) {
    return side.get(row);
  }

  /** True for rows that rebuild the book. */
  public boolean snapshot(long row) {
    return snapshot.get(row) != 0;
  }

  /** True for the first row of a snapshot: the book is to be cleared before it is applied. */
  public boolean snapshotBegins(long row) {
    return snapshot.get(row) == SNAPSHOT_BEGINS;
  }

  /** Price in ticks. */
  public int price(long row) {
    return price.get(row);
  }

  /** New size of the level in lots. */
  public long size(long row) {
    return size.get(row);
  }
}
