package io.makerbench.tape;

import java.util.List;

/** Writes marks, indices and funding. */
final class TickerImport {
  private static final int FUNDING_TIME = 2;
  private static final int FIRST_NUMBER = 3;
  private static final List<String> NUMBERS =
      List.of(
          "funding_rate",
          "predicted_funding_rate",
          "open_interest",
          "last_price",
          "index_price",
          "mark_price");

  private final RowStream stream;
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter fundingTime;
  private final List<TapeWriter.ColumnWriter> numbers;

  TickerImport(RowStream stream, TapeWriter tape) {
    this.stream = stream;
    TapeWriter.TableWriter table = tape.table(Ticker.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    fundingTime = table.longs("funding_time");
    numbers = NUMBERS.stream().map(table::doubles).toList();
  }

  void run() {
    while (stream.next()) {
      if (badPrice()) {
        stream.drop(Defect.BAD_PRICE);
      } else {
        write();
      }
    }
  }

  private boolean badPrice() {
    for (int i = 0; i < NUMBERS.size(); i++) {
      double value = stream.value(FIRST_NUMBER + i);
      if (NUMBERS.get(i).endsWith("_price")
          && !Double.isNaN(value)
          && !Rounding.validPrice(value)) {
        return true;
      }
    }
    return false;
  }

  private void write() {
    exchangeTime.put(stream.exchange());
    localTime.put(stream.local());
    fundingTime.put(stream.word(FUNDING_TIME));
    for (int i = 0; i < NUMBERS.size(); i++) {
      numbers.get(i).put(stream.value(FIRST_NUMBER + i));
    }
  }
}
