package io.makerbench.tape;

import java.util.List;

/** One message of a LOBSTER recording, in the recording's units; reused from line to line. */
final class LobsterMessage {
  static final int ADD = 1;
  static final int CANCEL = 2;
  static final int DELETE = 3;
  static final int EXECUTE = 4;
  static final int HIDDEN = 5;
  static final int AUCTION = 6;
  static final int HALT = 7;

  /** Names of the columns. */
  static final List<String> COLUMNS =
      List.of("time", "type", "order_id", "size", "price", "direction");

  /** Prices are recorded as whole numbers of this many parts of a dollar. */
  static final double PRICE_PARTS = 10_000;

  private static final int NANO_DECIMALS = 9;
  private static final long DAY_NS = 86_400_000_000_000L;

  /** ns after midnight. */
  long time;

  int type;
  long id;
  long size;
  long price;

  /** +1 for a resting buyer, −1 for a resting seller. */
  int direction;

  /** Takes a line over; the recording's own codes are checked, sizes and prices are not. */
  void read(CsvLines lines) {
    time = lines.rounded(0, NANO_DECIMALS);
    if (time < 0 || time > DAY_NS) {
      throw lines.bad(0, "is no time of day; allowed are 0 to 86400 seconds after midnight");
    }
    long code = lines.whole(1);
    if (code < ADD || code > HALT) {
      throw lines.bad(1, "is no type of message; allowed are 1 to 7");
    }
    type = (int) code;
    id = lines.whole(2);
    if (id <= 0 && ofVisibleOrder()) {
      throw lines.bad(2, "is no id of an order; it must be above 0");
    }
    size = lines.whole(3);
    price = lines.whole(4);
    long sign = lines.whole(5);
    if (sign != 1 && sign != -1) {
      throw lines.bad(5, "is no direction; allowed are 1 (buy) and -1 (sell)");
    }
    direction = (int) sign;
  }

  /** True for a message about an order that rests in the visible book. */
  boolean ofVisibleOrder() {
    return type <= EXECUTE;
  }

  /** True for a message that has a price and a size. */
  boolean ofOrder() {
    return type < HALT;
  }

  OrderKind kind() {
    return switch (type) {
      case ADD -> OrderKind.ADD;
      case CANCEL -> OrderKind.CANCEL;
      case DELETE -> OrderKind.DELETE;
      case EXECUTE -> OrderKind.EXECUTE;
      case HIDDEN -> OrderKind.HIDDEN;
      case AUCTION -> OrderKind.AUCTION;
      default -> price < 0 ? OrderKind.HALT : price == 0 ? OrderKind.QUOTING : OrderKind.RESUME;
    };
  }

  /** Side of the resting order in a book. */
  int side() {
    return direction > 0 ? Orders.BID : Orders.ASK;
  }
}
