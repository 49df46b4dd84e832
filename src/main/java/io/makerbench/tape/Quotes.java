package io.makerbench.tape;

/** Best quotes as the venue published them, in order of local time. An absent side has size 0. */
public final class Quotes {
  static final String TABLE = "quotes";

  private final long rows;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final IntColumn bidPrice;
  private final LongColumn bidSize;
  private final IntColumn askPrice;
  private final LongColumn askSize;

  Quotes(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    bidPrice = tape.ints(TABLE, "bid_price");
    bidSize = tape.longs(TABLE, "bid_size");
    askPrice = tape.ints(TABLE, "ask_price");
    askSize = tape.longs(TABLE, "ask_size");
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

  /** Best bid in ticks. */
  public int bidPrice(long row) {
    return bidPrice.get(row);
  }

  /** Size at the best bid in lots. */
  public long bidSize(long row) {
    return bidSize.get(row);
  }

  /** Best ask in ticks. */
  public int askPrice(long row) {
    return askPrice.get(row);
  }

  /** Size at the best ask in lots. */
  public long askSize(long row) {
    return askSize.get(row);
  }
}
