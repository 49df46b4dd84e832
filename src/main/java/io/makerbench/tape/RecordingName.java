package io.makerbench.tape;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a recorded file says: Tardis' {@code
 * binance-futures_trades_2024-08-08_BTCUSDT.csv.gz}; the processed {@code
 * binance-futures_trades_20240808_BTCUSDT.parquet}, where {@code book} stands for snapshots; order
 * events {@code bitstamp_orders_2015-05-01_BTCUSD.csv.xz}, or without venue and instrument; a
 * LOBSTER archive that ends in {@code AMZN_2012-06-21_5.zip}, or the two files that are in it.
 *
 * @param type as written: {@code trades}, {@code book_snapshot_25}, {@code book}, …; {@code
 *     lobster} for archives, {@code lobster_message} and {@code lobster_orderbook} for what is in
 *     them
 * @param ending {@code csv.gz}, {@code csv}, {@code parquet}, …
 */
public record RecordingName(
    String market, String type, LocalDate day, String symbol, String ending) {
  /** Endings, the quickest to read first. */
  static final List<String> ENDINGS = List.of("parquet", "csv.gz", "csv", "csv.xz", "zip");

  /** Type of order events that are not LOBSTER's. */
  static final String ORDERS = "orders";

  /** Type of LOBSTER archives. */
  static final String LOBSTER = "lobster";

  private static final String DAY = "(\\d{4})-?(\\d{2})-?(\\d{2})";
  private static final Pattern TARDIS =
      Pattern.compile(
          "([^_]+)_(incremental_book_L2|book_snapshot_\\d+|derivative_ticker|quotes|trades|book)_"
              + DAY
              + "_(.+)\\.(csv\\.gz|csv|parquet)");
  private static final Pattern ORDER_EVENTS =
      Pattern.compile("(?:([^_]+)_)?(orders)_" + DAY + "(?:_([^.]+))?\\.(csv\\.xz|csv\\.gz|csv)");
  private static final Pattern LOBSTER_ARCHIVE =
      Pattern.compile("(?:.*_)?([A-Za-z][^_]*)_" + DAY + "_\\d{1,3}\\.(zip)");

  /** Reads a name; empty for files named otherwise. */
  static Optional<RecordingName> of(Path file) {
    String name = file.getFileName().toString();
    Matcher tardis = TARDIS.matcher(name);
    if (tardis.matches()) {
      return of(tardis, 3, tardis.group(1), tardis.group(2), tardis.group(6));
    }
    Matcher orders = ORDER_EVENTS.matcher(name);
    if (orders.matches()) {
      String market = Objects.requireNonNullElse(orders.group(1), BitstampRecording.EXCHANGE);
      String symbol = Objects.requireNonNullElse(orders.group(6), BitstampRecording.SYMBOL);
      return of(orders, 3, market, ORDERS, symbol);
    }
    Optional<RecordingName> unpacked =
        LobsterName.of(name)
            .map(of ->
                new RecordingName(
                    LobsterDay.EXCHANGE, LOBSTER + "_" + of.kind(), of.day(), of.symbol(), "csv"));
    if (unpacked.isPresent()) {
      return unpacked;
    }
    Matcher lobster = LOBSTER_ARCHIVE.matcher(name);
    return lobster.matches()
        ? of(lobster, 2, LobsterDay.EXCHANGE, LOBSTER, lobster.group(1))
        : Optional.empty();
  }

  private static Optional<RecordingName> of(
      Matcher matcher, int year, String market, String type, String symbol) {
    String ending = matcher.group(matcher.groupCount());
    return day(matcher.group(year) + matcher.group(year + 1) + matcher.group(year + 2))
        .map(day -> new RecordingName(market, type, day, symbol, ending));
  }

  private static Optional<LocalDate> day(String digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (java.time.DateTimeException e) {
      return Optional.empty(); // Such as 2024-13-40: no file of a day.
    }
  }

  /** The usual name of a day's file. */
  public static String usual(String market, String type, LocalDate day, String symbol) {
    return market + "_" + type + "_" + day + "_" + symbol + ".csv.gz";
  }
}
