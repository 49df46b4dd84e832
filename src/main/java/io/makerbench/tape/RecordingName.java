package io.makerbench.tape;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a recorded file says: Tardis' {@code
 * binance-futures_trades_2024-08-08_BTCUSDT.csv.gz}, or the processed {@code
 * binance-futures_trades_20240808_BTCUSDT.parquet}, where {@code book} stands for snapshots.
 *
 * @param type as written: {@code trades}, {@code book_snapshot_25}, {@code book}, …
 * @param ending {@code csv.gz}, {@code csv} or {@code parquet}
 */
record RecordingName(String market, String type, LocalDate day, String symbol, String ending) {
  /** Endings, the quickest to read first. */
  static final List<String> ENDINGS = List.of("parquet", "csv.gz", "csv");

  private static final Pattern PATTERN =
      Pattern.compile(
          "([^_]+)_(incremental_book_L2|book_snapshot_\\d+|derivative_ticker|quotes|trades|book)_"
              + "(\\d{4})-?(\\d{2})-?(\\d{2})_(.+)\\.(csv\\.gz|csv|parquet)");

  /** Reads a name; empty for files named otherwise. */
  static Optional<RecordingName> of(Path file) {
    Matcher matcher = PATTERN.matcher(file.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return day(matcher.group(3) + matcher.group(4) + matcher.group(5))
        .map(day ->
            new RecordingName(
                matcher.group(1), matcher.group(2), day, matcher.group(6), matcher.group(7)));
  }

  private static Optional<LocalDate> day(String digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (java.time.DateTimeException e) {
      return Optional.empty(); // Such as 2024-13-40: no file of a day.
    }
  }

  /** The usual name of a day's file. */
  static String usual(String market, String type, LocalDate day, String symbol) {
    return market + "_" + type + "_" + day + "_" + symbol + ".csv.gz";
  }
}
