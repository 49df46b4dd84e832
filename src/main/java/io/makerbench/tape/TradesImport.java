package io.makerbench.tape;

import org.jspecify.annotations.Nullable;

/** Writes trades. */
final class TradesImport {
  /** Word of a row that holds a hash of the trade's id, 0 without one. */
  static final int ID = 2;

  private static final int SIDE = 3;
  private static final int PRICE = 4;
  private static final int SIZE = 5;

  private final RowStream stream;
  private final Rounding rounding;
  private final TradesWriter trades;
  private final EventsWriter events;
  private final @Nullable Grid book;

  /**
   * @param book grid of the book's prices; null without a book
   */
  TradesImport(
      RowStream stream,
      Rounding rounding,
      TapeWriter tape,
      EventsWriter events,
      @Nullable Grid book) {
    this.stream = stream;
    this.rounding = rounding;
    trades = new TradesWriter(tape);
    this.events = events;
    this.book = book;
  }

  void run() {
    while (stream.next()) {
      double price = stream.value(PRICE);
      double size = stream.value(SIZE);
      if (!Rounding.validPrice(price)) {
        stream.drop(Defect.BAD_PRICE);
      } else if (!Rounding.validSize(size) || size == 0) {
        stream.drop(Defect.BAD_SIZE);
      } else {
        write(price, size);
      }
    }
  }

  private void write(double price, double size) {
    int sign = (int) stream.word(SIDE);
    if (sign == 0) {
      stream.find(Defect.UNKNOWN_SIDE);
    }
    if (stream.word(ID) == 0) {
      stream.find(Defect.TRADE_WITHOUT_ID);
    }
    if (book != null && !book.onGrid(price)) {
      stream.find(Defect.FINER_THAN_BOOK);
    }
    int ticks = rounding.ticks(stream, "price", price);
    long lots = rounding.lots(stream, "amount", size);
    trades.write(stream.exchange(), stream.local(), sign, ticks, lots);
    events.trade(stream.exchange(), stream.local(), sign, ticks, lots);
  }
}
