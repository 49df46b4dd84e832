package io.makerbench.tape;

import java.util.ArrayList;
import java.util.List;

/** What is selected of a recorded file, in the order of a {@link Spool}'s words. */
final class RecordingColumns {
  /** How a selected value is kept. */
  enum Kind {
    /** A time of the file's unit that must be there. */
    TIME,
    /** A time that may be absent, then 0. */
    OPTIONAL_TIME,
    /** A small code or a hash, from {@link RecordingColumns}' own expressions. */
    CODE,
    PRICE,
    SIZE,
    NUMBER
  }

  /** A selected value: column it comes from, expression, kind. */
  record Column(String name, String sql, Kind kind) {}

  /** Flag in the code of level rows: an ask. */
  static final int CODE_ASK = 1;

  /** Flag in the code of level rows: neither bid nor ask. */
  static final int CODE_NO_SIDE = 2;

  /** Flag in the code of level rows: part of a snapshot. */
  static final int CODE_SNAPSHOT = 4;

  private static final String LEVEL_CODE =
      "(CASE side WHEN 'bid' THEN 0 WHEN 'ask' THEN 1 ELSE 2 END"
          + " + CASE WHEN is_snapshot THEN 4 ELSE 0 END)::BIGINT";
  private static final String TAKER_SIGN =
      "(CASE side WHEN 'buy' THEN 1 WHEN 'sell' THEN -1 ELSE 0 END)::BIGINT";
  private static final String ID_HASH =
      "CASE WHEN id IS NULL OR id::VARCHAR = '' THEN 0 ELSE (hash(id) >> 1)::BIGINT END";

  private RecordingColumns() {}

  static List<Column> of(RecordingFile file) {
    List<Column> columns = new ArrayList<>();
    columns.add(time(file, file.exchangeTimeColumn(), Kind.TIME));
    columns.add(time(file, file.localTimeColumn(), Kind.TIME));
    switch (file.type()) {
      case INCREMENTAL_BOOK_L2 -> {
        columns.add(new Column("side", LEVEL_CODE, Kind.CODE));
        columns.add(number("price", Kind.PRICE));
        columns.add(number("amount", Kind.SIZE));
      }
      case TRADES -> {
        String id = file.columns().containsKey("id") ? ID_HASH : "0::BIGINT";
        columns.add(new Column("id", id, Kind.CODE));
        columns.add(new Column("side", TAKER_SIGN, Kind.CODE));
        columns.add(number("price", Kind.PRICE));
        columns.add(number("amount", Kind.SIZE));
      }
      case QUOTES -> addLevel(columns, "bid_", "ask_");
      case BOOK_SNAPSHOT -> addSnapshot(columns, file.depth());
      case DERIVATIVE_TICKER -> {
        columns.add(time(file, "funding_timestamp", Kind.OPTIONAL_TIME));
        file.type().columns().stream()
            .filter(name -> !name.equals("funding_timestamp"))
            .forEach(name -> columns.add(number(name, Kind.NUMBER)));
      }
    }
    return columns;
  }

  /** Names of the columns of a snapshot's words, the two times included. */
  static List<String> namesOfSnapshot(int depth) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("timestamp", "", Kind.TIME));
    columns.add(new Column("local_timestamp", "", Kind.TIME));
    addSnapshot(columns, depth);
    return columns.stream().map(Column::name).toList();
  }

  private static void addSnapshot(List<Column> columns, int depth) {
    for (int level = 0; level < depth; level++) {
      addLevel(columns, "bids[" + level + "].", "asks[" + level + "].");
    }
  }

  private static void addLevel(List<Column> columns, String bid, String ask) {
    columns.add(number(bid + "price", Kind.PRICE));
    columns.add(number(bid + "amount", Kind.SIZE));
    columns.add(number(ask + "price", Kind.PRICE));
    columns.add(number(ask + "amount", Kind.SIZE));
  }

  private static Column number(String name, Kind kind) {
    return new Column(name, quote(name) + "::DOUBLE", kind);
  }

  /** Parquet files may hold time stamps of their own type: taken as microseconds. */
  private static Column time(RecordingFile file, String name, Kind kind) {
    boolean stamp = file.columns().getOrDefault(name, "").startsWith("TIMESTAMP");
    String sql = stamp ? "epoch_us(" + quote(name) + ")" : quote(name) + "::BIGINT";
    return new Column(name, sql, kind);
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
