package io.makerbench.tape;

/** Writes best quotes. A side without price and size is absent. */
final class QuotesImport {
  private static final int BID_PRICE = 2;
  private static final int BID_SIZE = 3;
  private static final int ASK_PRICE = 4;
  private static final int ASK_SIZE = 5;

  private final RowStream stream;
  private final Rounding rounding;
  private final TapeWriter.ColumnWriter exchangeTime;
  private final TapeWriter.ColumnWriter localTime;
  private final TapeWriter.ColumnWriter bidPrice;
  private final TapeWriter.ColumnWriter bidSize;
  private final TapeWriter.ColumnWriter askPrice;
  private final TapeWriter.ColumnWriter askSize;

  QuotesImport(RowStream stream, Rounding rounding, TapeWriter tape) {
    this.stream = stream;
    this.rounding = rounding;
    TapeWriter.TableWriter table = tape.table(Quotes.TABLE);
    exchangeTime = table.longs("exchange_time");
    localTime = table.longs("local_time");
    bidPrice = table.ints("bid_price");
    bidSize = table.longs("bid_size");
    askPrice = table.ints("ask_price");
    askSize = table.longs("ask_size");
  }

  void run() {
    while (stream.next()) {
      if (badPrice(BID_PRICE, BID_SIZE) || badPrice(ASK_PRICE, ASK_SIZE)) {
        stream.drop(Defect.BAD_PRICE);
      } else if (badSize(BID_PRICE, BID_SIZE) || badSize(ASK_PRICE, ASK_SIZE)) {
        stream.drop(Defect.BAD_SIZE);
      } else if (stream.value(BID_PRICE) > stream.value(ASK_PRICE)) {
        stream.drop(Defect.CROSSED);
      } else {
        if (stream.value(BID_PRICE) == stream.value(ASK_PRICE)) {
          stream.find(Defect.LOCKED);
        }
        write();
      }
    }
  }

  private boolean absent(int price, int size) {
    return Double.isNaN(stream.value(price)) && Double.isNaN(stream.value(size));
  }

  private boolean badPrice(int price, int size) {
    return !absent(price, size) && !Rounding.validPrice(stream.value(price));
  }

  private boolean badSize(int price, int size) {
    return !absent(price, size) && !Rounding.validSize(stream.value(size));
  }

  private void write() {
    exchangeTime.put(stream.exchange());
    localTime.put(stream.local());
    bidPrice.put(ticks("bid_price", BID_PRICE));
    bidSize.put(lots("bid_amount", BID_SIZE));
    askPrice.put(ticks("ask_price", ASK_PRICE));
    askSize.put(lots("ask_amount", ASK_SIZE));
  }

  private int ticks(String column, int word) {
    double price = stream.value(word);
    return Double.isNaN(price) ? 0 : rounding.ticks(stream, column, price);
  }

  private long lots(String column, int word) {
    double size = stream.value(word);
    return Double.isNaN(size) ? 0 : rounding.lots(stream, column, size);
  }
}
