package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Reads raw WebSocket recordings of one instrument of Binance's futures, and passes on what they
 * say, the levels of a right book among it. Files are read by their first receive time and continue
 * each other.
 *
 * <p>Exchange times are {@code T}, the matching engine's, of trades and quotes, and {@code E}, when
 * the message was sent, of depth updates, snapshots and mark prices: a depth update gathers changes
 * of some time and is complete only then.
 */
final class BinanceReader {
  private static final int LINES_PER_REPORT = 1 << 14;
  private static final String MARKET_TRADE = "MARKET";

  /** Takes what messages say. Times are ns since 1970 UTC, places of {@link BinancePlaces}. */
  interface Rows extends BinanceBook.Rows {
    void trade(BinanceMessage message, long exchangeNs, long localNs, long place);

    void quote(BinanceMessage message, long exchangeNs, long localNs, long place);

    void markPrice(
        BinanceMessage message, long fundingNs, long exchangeNs, long localNs, long place);
  }

  private final BinancePlaces places;
  private final Rows rows;
  private final BinanceBook book;
  private final long clockOffsetNs;
  private final Findings findings;
  private final ImportProgress progress;
  private final BinanceParser parser = new BinanceParser();
  private String symbol = "";
  private RecordedTimeUnit unit = RecordedTimeUnit.NANOSECONDS;
  private long localNs;

  BinanceReader(
      BinancePlaces places,
      Rows rows,
      long clockOffsetNs,
      Findings findings,
      ImportProgress progress) {
    this.places = places;
    this.rows = rows;
    this.clockOffsetNs = clockOffsetNs;
    this.findings = findings;
    this.progress = progress;
    book = new BinanceBook(rows, findings, places);
  }

  /** Binance's name of what was recorded, once a file was read. */
  String symbol() {
    return symbol;
  }

  /** The venue as Tardis names it: contracts margined in coin have a symbol such as BTCUSD_PERP. */
  static String exchangeOf(String symbol) {
    return symbol.contains("USD_") ? "binance-delivery" : "binance-futures";
  }

  /** Reads a file; returns the number of its messages. */
  long read(int index) {
    long messages = 0;
    try (BinanceLines lines = new BinanceLines(places.files().get(index))) {
      while (lines.next()) {
        unit = messages++ == 0 ? lines.unit() : unit;
        if (messages % LINES_PER_REPORT == 0) {
          report(lines, index, messages);
        }
        read(lines, index);
      }
    }
    return messages;
  }

  private void read(BinanceLines lines, int index) {
    try {
      localNs = lines.timeNs(unit) + clockOffsetNs;
      take(lines, parser.parse(lines), BinancePlaces.of(index, lines.line()));
    } catch (InputException e) {
      throw lines.explained(e);
    }
  }

  private void report(BinanceLines lines, int index, long messages) {
    Path file = places.files().get(index).path();
    progress.read(file, lines.position());
    if (!progress.goOn("reading " + file.getFileName(), messages)) {
      throw new CancellationException("The import was cancelled.");
    }
  }

  /** To be called after the last file. */
  void end() {
    book.end();
    if (symbol.isEmpty()) {
      throw new InputException(
          places.files().getFirst().place(1) + ": no message of this recording names its symbol.");
    }
  }

  private void take(BinanceLines lines, BinanceMessage message, long place) {
    checkSymbol(lines, message);
    switch (message.kind()) {
      case DEPTH_UPDATE -> depthUpdate(lines, message, place);
      case DEPTH_SNAPSHOT -> depthSnapshot(lines, message, place);
      case TRADE -> trade(lines, message, place);
      case BOOK_TICKER -> quote(lines, message, place);
      case MARK_PRICE -> markPrice(lines, message, place);
      case OTHER -> findings.add(Defect.OTHER_MESSAGE, "none", lines::shortPlace);
    }
  }

  private void checkSymbol(BinanceLines lines, BinanceMessage message) {
    if (symbol.isEmpty()) {
      symbol = message.symbol;
    } else if (!message.symbol.isEmpty() && !message.symbol.equals(symbol)) {
      throw lines.wrong(
          "this message is of "
              + message.symbol
              + ", others are of "
              + symbol
              + "; a tape holds one instrument");
    }
  }

  private void depthUpdate(BinanceLines lines, BinanceMessage message, long place) {
    long event = time(lines, "E", message.event);
    require(lines, "U", message.first != BinanceMessage.ABSENT);
    require(lines, "u", message.last != BinanceMessage.ABSENT);
    require(lines, "pu (of Binance's spot market? only its futures are read)", message.previous);
    require(lines, "b", message.bids);
    require(lines, "a", message.asks);
    if (message.last < message.first || message.last <= message.previous) {
      throw lines.wrong("the last update u is not after U and pu");
    }
    book.update(diff(lines, message, event, message.previous, message.last, place));
  }

  private void depthSnapshot(BinanceLines lines, BinanceMessage message, long place) {
    require(lines, "bids", message.bids);
    require(lines, "asks", message.asks);
    long event = message.event == BinanceMessage.ABSENT ? localNs : time(lines, "E", message.event);
    book.snapshot(diff(lines, message, event, message.snapshotId, message.snapshotId, place));
  }

  private BookDiff diff(
      BinanceLines lines,
      BinanceMessage message,
      long eventNs,
      long previous,
      long last,
      long place) {
    int levels = message.levels;
    return new BookDiff(
        place,
        eventNs,
        message.transaction <= 0 ? eventNs : time(lines, "T", message.transaction),
        localNs,
        previous,
        last,
        Arrays.copyOf(message.levelSides, levels),
        Arrays.copyOf(message.levelPrices, levels),
        Arrays.copyOf(message.levelSizes, levels));
  }

  private void trade(BinanceLines lines, BinanceMessage message, long place) {
    if (!message.executionType.isEmpty() && !message.executionType.equals(MARKET_TRADE)) {
      findings.add(
          Defect.NOT_OF_THE_BOOK,
          Trades.TABLE,
          () -> lines.shortPlace() + ": X is " + message.executionType);
      return;
    }
    require(lines, "t", message.tradeId);
    require(lines, "m", message.buyerIsMaker);
    rows.trade(message, time(lines, "T", message.transaction), localNs, place);
  }

  private void quote(BinanceLines lines, BinanceMessage message, long place) {
    rows.quote(message, time(lines, "T", message.transaction), localNs, place);
  }

  private void markPrice(BinanceLines lines, BinanceMessage message, long place) {
    long event = time(lines, "E", message.event);
    long funding = message.transaction <= 0 ? 0 : time(lines, "T", message.transaction);
    rows.markPrice(message, funding, event, localNs, place);
  }

  private static long time(BinanceLines lines, String name, long milliseconds) {
    require(lines, name, milliseconds);
    if (!RecordedTimeUnit.MILLISECONDS.plausible(milliseconds)) {
      throw RecordedTimeUnit.MILLISECONDS.implausible(lines.place(), name, milliseconds);
    }
    return RecordedTimeUnit.MILLISECONDS.toNanoseconds(milliseconds);
  }

  private static void require(BinanceLines lines, String name, long value) {
    require(lines, name, value != BinanceMessage.ABSENT);
  }

  private static void require(BinanceLines lines, String name, boolean there) {
    if (!there) {
      throw lines.wrong("the message lacks the property " + name);
    }
  }
}
