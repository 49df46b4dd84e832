package io.makerbench.tape;

import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;

/**
 * Events of single orders (L3) in order of local time. Fed to an order book from the first row on
 * they build the book: an order is added before anything else happens to it, and is never taken for
 * more than its size.
 *
 * <p>What a recording does not say was made up by its import and is flagged {@link #inferred}: an
 * order of negative id stands for all orders of a level of which only their total is known.
 */
public final class Orders {
  static final String TABLE = "orders";

  /** Value of {@link #side} for buyers. */
  public static final byte BID = 0;

  /** Value of {@link #side} for sellers. */
  public static final byte ASK = 1;

  /** Value of {@link #side} where the recording does not say, or there is none. */
  public static final byte NO_SIDE = 2;

  private final long rows;
  private final LongColumn exchangeTime;
  private final LongColumn localTime;
  private final ByteColumn kind;
  private final ByteColumn inferred;
  private final ByteColumn side;
  private final LongColumn id;
  private final IntColumn price;
  private final LongColumn size;

  Orders(Tape tape) {
    rows = tape.rows(TABLE);
    exchangeTime = tape.longs(TABLE, "exchange_time");
    localTime = tape.longs(TABLE, "local_time");
    kind = tape.bytes(TABLE, "kind");
    inferred = tape.bytes(TABLE, "inferred");
    side = tape.bytes(TABLE, "side");
    id = tape.longs(TABLE, "id");
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

  /** What happened. */
  public OrderKind kind(long row) {
    return OrderKind.of(kind.get(row));
  }

  /** True for a row the recording does not hold. */
  public boolean inferred(long row) {
    return inferred.get(row) != 0;
  }

  /** Side of the resting order: {@link #BID}, {@link #ASK} or {@link #NO_SIDE}. */
  public byte side(long row) {
    return side.get(row);
  }

  /** The order; negative for one made up by the import, 0 where there is none. */
  public long id(long row) {
    return id.get(row);
  }

  /** Price in ticks; 0 where there is none. */
  public int price(long row) {
    return price.get(row);
  }

  /** Size in lots; see {@link OrderKind}. */
  public long size(long row) {
    return size.get(row);
  }

  /**
   * Applies a row to a book of single orders, which holds all rows before it. On a tape made by an
   * import the outcome is {@link OrderOutcome#APPLIED}, or {@link OrderOutcome#OUT_OF_TURN} where
   * the recording itself departs from priority by time.
   */
  public OrderOutcome apply(long row, OrderBook book) {
    return switch (kind(row)) {
      case ADD -> book.add(id(row), side(row), price(row), size(row));
      case CANCEL, TAKE -> book.reduce(id(row), size(row));
      case DELETE -> book.cancel(id(row));
      case EXECUTE -> book.execute(id(row), size(row));
      case HIDDEN -> book.executeHidden(price(row), size(row));
      case AUCTION, HALT, QUOTING, RESUME -> OrderOutcome.APPLIED;
    };
  }
}
