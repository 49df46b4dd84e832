package io.makerbench.tape;

/** Writes the table of trades. */
final class TradesWriter {
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter side;
  private final TapeWriter.ColumnWriter price;
  private final TapeWriter.ColumnWriter size;

  TradesWriter(TapeWriter tape) {
    TapeWriter.TableWriter table = tape.table(Trades.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    side = table.bytes("side");
    price = table.ints("price");
    size = table.longs("size");
  }

  /** Writes a row; {@code takerSign} is +1, −1 or 0 as {@link Trades#takerSign} says. */
  void write(long exchange, long local, int takerSign, int ticks, long lots) {
    exchangeTime.put(exchange);
    localTime.put(local);
    side.put((byte) takerSign);
    price.put(ticks);
    size.put(lots);
  }
}
