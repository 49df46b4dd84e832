package io.makerbench.tape;

import java.util.List;
import java.util.Set;

/** Kinds of recording an importer reads, told apart by their columns. */
public enum RecordingType {
  INCREMENTAL_BOOK_L2(
      "incremental_book_L2", Levels.TABLE, List.of("is_snapshot", "side", "price", "amount")),
  BOOK_SNAPSHOT(
      "book_snapshot",
      BookStates.TABLE,
      List.of("asks[0].price", "asks[0].amount", "bids[0].price", "bids[0].amount")),
  QUOTES("quotes", Quotes.TABLE, List.of("bid_price", "bid_amount", "ask_price", "ask_amount")),
  DERIVATIVE_TICKER(
      "derivative_ticker",
      Ticker.TABLE,
      List.of(
          "funding_timestamp",
          "funding_rate",
          "predicted_funding_rate",
          "open_interest",
          "last_price",
          "index_price",
          "mark_price")),
  TRADES("trades", Trades.TABLE, List.of("side", "price", "amount"));

  /** Columns of kinds that hold another kind's columns but are none of these. */
  private static final Set<String> FOREIGN = Set.of("strike_price", "underlying_price");

  private final String key;
  private final String table;
  private final List<String> columns;

  RecordingType(String key, String table, List<String> columns) {
    this.key = key;
    this.table = table;
    this.columns = columns;
  }

  /** Name in file names, without a number of levels. */
  public String key() {
    return key;
  }

  String table() {
    return table;
  }

  /** Columns it must have besides the two times. */
  List<String> columns() {
    return columns;
  }

  /** True when a file with these columns is of this kind. */
  boolean fits(Set<String> given) {
    return given.containsAll(columns) && given.stream().noneMatch(FOREIGN::contains);
  }

  /** Columns of this kind that are absent. */
  List<String> missing(Set<String> given) {
    return columns.stream().filter(column -> !given.contains(column)).toList();
  }
}
