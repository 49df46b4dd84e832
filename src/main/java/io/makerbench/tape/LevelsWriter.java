package io.makerbench.tape;

/** Writes the table of incremental level updates. */
final class LevelsWriter {
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter side;
  private final TapeWriter.ColumnWriter snapshot;
  private final TapeWriter.ColumnWriter price;
  private final TapeWriter.ColumnWriter size;

  LevelsWriter(TapeWriter tape) {
    TapeWriter.TableWriter table = tape.table(Levels.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    side = table.bytes("side");
    snapshot = table.bytes("is_snapshot");
    price = table.ints("price");
    size = table.longs("size");
  }

  /** Writes a row; {@code kind} is a {@link Levels#UPDATE}, {@link Levels#IN_SNAPSHOT}, …. */
  void write(long exchange, long local, int bidOrAsk, byte kind, int ticks, long lots) {
    exchangeTime.put(exchange);
    localTime.put(local);
    side.put((byte) bidOrAsk);
    snapshot.put(kind);
    price.put(ticks);
    size.put(lots);
  }
}
