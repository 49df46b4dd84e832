package io.makerbench.tape;

import java.util.List;

/** One order event of a Bitstamp recording, in the recording's units; reused from line to line. */
final class BitstampEvent {
  /** What became of the order. */
  enum Action {
    CREATED,
    CHANGED,
    DELETED
  }

  /** Names of the columns, as ob-analytics writes them. */
  static final List<String> COLUMNS =
      List.of("id", "timestamp", "exchange.timestamp", "price", "volume", "action", "direction");

  /** Volumes are recorded as whole numbers of this many parts of a coin. */
  static final double VOLUME_PARTS = 1e8;

  private static final double PRICE_PARTS = 1e8;
  private static final int PRICE_DECIMALS = 8;
  private static final long NS_PER_MILLI = 1_000_000;

  /** Last ms that is a time in ns: in the year 2262. */
  private static final long LAST_MILLI = Long.MAX_VALUE / NS_PER_MILLI;

  long id;

  /** Time of receipt, ns since 1970 UTC. */
  long time;

  /** When the order was placed, by the exchange's clock, ns since 1970 UTC. */
  long placed;

  double price;

  /** What is left of the order, in 10⁻⁸ coins. */
  long volume;

  Action action = Action.CREATED;
  int side;

  /** Takes a line over; price and volume may be what no order has. */
  void read(CsvLines lines) {
    id = lines.whole(0);
    if (id <= 0) {
      throw lines.bad(0, "is no id of an order; it must be above 0");
    }
    time = nanos(lines, 1);
    placed = nanos(lines, 2);
    price = lines.fixed(3, PRICE_DECIMALS) / PRICE_PARTS;
    volume = lines.whole(4);
    action =
        switch (lines.text(5)) {
          case "created" -> Action.CREATED;
          case "changed" -> Action.CHANGED;
          case "deleted" -> Action.DELETED;
          default -> throw lines.bad(5, "is no action; allowed are created, changed, deleted");
        };
    side =
        switch (lines.text(6)) {
          case "bid" -> Orders.BID;
          case "ask" -> Orders.ASK;
          default -> throw lines.bad(6, "is no direction; allowed are bid and ask");
        };
  }

  private static long nanos(CsvLines lines, int column) {
    long millis = lines.whole(column);
    if (millis <= 0 || millis > LAST_MILLI) {
      throw lines.bad(column, "is no time in ms since 1970");
    }
    return millis * NS_PER_MILLI;
  }

  double coins() {
    return volume / VOLUME_PARTS;
  }
}
