package io.makerbench.tape;

/** Trades in order of local time. */
public final class Trades {
  static final String TABLE = "trades";

  private final long rows;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final ByteColumn side;
  private final IntColumn price;
  private final LongColumn size;

  Trades(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    side = tape.bytes(TABLE, "side");
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

  /** +1 when the taker bought, −1 when the taker sold, 0 when the recording does not say. */
  public int takerSign(long row) {
    return side.get(row);
  }

  /** Price in ticks. */
  public int price(long row) {
    return price.get(row);
  }

  /** Size in lots. */
  public long size(long row) {
    return size.get(row);
  }
}
