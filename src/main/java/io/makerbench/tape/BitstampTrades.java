package io.makerbench.tape;

/**
 * Trades of a Bitstamp recording. A trade shows twice: as what is missing of the order that rested
 * and of the one that took, in two events that follow each other within milliseconds, in either
 * order. Their sizes agree but for rounding; the order of the lower id is the older one and made
 * the price.
 */
final class BitstampTrades {
  /** What an order lost by an event; {@code lots} 0 when that is not known. */
  record Fill(long id, int side, int price, long lots, long time) {
    boolean pairsWith(Fill other) {
      int bid = side == Orders.BID ? price : other.price;
      int ask = side == Orders.BID ? other.price : price;
      boolean sizes = lots == 0 || other.lots == 0 || Math.abs(lots - other.lots) <= ROUNDING_LOTS;
      return side != other.side
          && bid >= ask
          && sizes
          && lots + other.lots > 0
          && Math.abs(time - other.time) <= LONGEST_APART_NS;
    }
  }

  /** The two sizes of a trade differ by at most so much, in 10⁻⁸ coins. */
  private static final long ROUNDING_LOTS = 2;

  private static final long LONGEST_APART_NS = 1_000_000_000L;
  private static final Fill NONE = new Fill(0, Orders.NO_SIDE, 0, 0, 0);

  private final OrderTables tables;
  private Fill waiting = NONE;

  BitstampTrades(OrderTables tables) {
    this.tables = tables;
  }

  /** True when this is the other half of the trade whose one half waits. */
  boolean completes(Fill fill) {
    return waiting != NONE && fill.pairsWith(waiting);
  }

  /** Id of the order whose half of a trade waits. */
  long waitingId() {
    return waiting.id;
  }

  void take(Fill fill) {
    if (completes(fill)) {
      write(waiting, fill);
      waiting = NONE;
    } else {
      settle();
      waiting = fill;
    }
  }

  private void write(Fill one, Fill other) {
    Fill maker = one.id < other.id ? one : other;
    Fill taker = one.id < other.id ? other : one;
    long lots = maker.lots > 0 ? maker.lots : taker.lots;
    tables.trade(one.time, taker.side == Orders.BID ? 1 : -1, maker.price, lots);
  }

  /** Ends the wait of a half that has grown too old for its other one. */
  void passTo(long time) {
    if (waiting != NONE && time - waiting.time > LONGEST_APART_NS) {
      settle();
    }
  }

  /** Ends the wait: the order is taken for the one that rested. */
  void settle() {
    if (waiting.lots > 0) {
      tables.found(Defect.ONE_SIDED_TRADE);
      tables.trade(waiting.time, waiting.side == Orders.BID ? -1 : 1, waiting.price, waiting.lots);
    } else if (waiting != NONE) {
      tables.found(Defect.TRADE_OF_UNKNOWN_SIZE);
    }
    waiting = NONE;
  }
}
