package io.makerbench.tape;

/** Writes the table of order events. */
final class OrdersWriter {
  private final TapeWriter.TableWriter table;
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter kind;
  private final TapeWriter.ColumnWriter inferred;
  private final TapeWriter.ColumnWriter side;
  private final TapeWriter.ColumnWriter id;
  private final TapeWriter.ColumnWriter price;
  private final TapeWriter.ColumnWriter size;

  OrdersWriter(TapeWriter tape) {
    table = tape.table(Orders.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    kind = table.bytes("kind");
    inferred = table.bytes("inferred");
    side = table.bytes("side");
    id = table.longs("id");
    price = table.ints("price");
    size = table.longs("size");
  }

  long rows() {
    return table.rows();
  }

  /** Writes a row; a negative {@code orderId} marks an order that the import made up. */
  void write(
      long exchange,
      long local,
      OrderKind what,
      Origin origin,
      int bidOrAsk,
      long orderId,
      int ticks,
      long lots) {
    exchangeTime.put(exchange);
    localTime.put(local);
    kind.put(what.code());
    inferred.put((byte) origin.ordinal());
    side.put((byte) bidOrAsk);
    id.put(orderId);
    price.put(ticks);
    size.put(lots);
  }

  /** Where a row comes from. */
  enum Origin {
    RECORDED,
    INFERRED
  }
}
