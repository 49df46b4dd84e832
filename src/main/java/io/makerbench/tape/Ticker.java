package io.makerbench.tape;

/**
 * A derivative's mark, index, funding and open interest, in order of local time. NaN: not given.
 */
public final class Ticker {
  static final String TABLE = "ticker";

  private final long rows;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final LongColumn fundingTime;
  private final DoubleColumn fundingRate;
  private final DoubleColumn predictedFundingRate;
  private final DoubleColumn openInterest;
  private final DoubleColumn lastPrice;
  private final DoubleColumn indexPrice;
  private final DoubleColumn markPrice;

  Ticker(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    fundingTime = tape.longs(TABLE, "funding_time");
    fundingRate = tape.doubles(TABLE, "funding_rate");
    predictedFundingRate = tape.doubles(TABLE, "predicted_funding_rate");
    openInterest = tape.doubles(TABLE, "open_interest");
    lastPrice = tape.doubles(TABLE, "last_price");
    indexPrice = tape.doubles(TABLE, "index_price");
    markPrice = tape.doubles(TABLE, "mark_price");
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

  /** Time of the next funding payment, ns since 1970 UTC; 0 when not given. */
  public long fundingTime(long row) {
    return fundingTime.get(row);
  }

  /** Funding rate of the coming payment, as a fraction of the position's value. */
  public double fundingRate(long row) {
    return fundingRate.get(row);
  }

  /** Predicted rate of the payment after it. */
  public double predictedFundingRate(long row) {
    return predictedFundingRate.get(row);
  }

  /** Open interest in the venue's unit. */
  public double openInterest(long row) {
    return openInterest.get(row);
  }

  /** Last traded price. */
  public double lastPrice(long row) {
    return lastPrice.get(row);
  }

  /** Index price. */
  public double indexPrice(long row) {
    return indexPrice.get(row);
  }

  /** Mark price. */
  public double markPrice(long row) {
    return markPrice.get(row);
  }
}
