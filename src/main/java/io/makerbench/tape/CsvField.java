package io.makerbench.tape;

import java.util.List;

/**
 * What is done with a column of a CSV recording.
 *
 * @param word place of its value in the row; 0 where there is none
 */
record CsvField(String name, Role role, int word) {
  /** Kinds of column. */
  enum Role {
    SKIPPED,
    /** Must hold the same text in every row. */
    EXCHANGE,
    SYMBOL,
    TIME,
    LEVEL_SIDE,
    SNAPSHOT_FLAG,
    TAKER_SIDE,
    ID,
    NUMBER
  }

  /** The columns of a file, in its order. */
  static List<CsvField> of(RecordingFile file) {
    List<String> selected =
        RecordingColumns.of(file).stream().map(RecordingColumns.Column::name).toList();
    return file.columns().keySet().stream().map(name -> of(file, name, selected)).toList();
  }

  private static CsvField of(RecordingFile file, String name, List<String> selected) {
    int word = selected.indexOf(name);
    boolean levels = file.type() == RecordingType.INCREMENTAL_BOOK_L2;
    boolean trades = file.type() == RecordingType.TRADES;
    Role role =
        switch (name) {
          case "exchange" -> Role.EXCHANGE;
          case "symbol" -> Role.SYMBOL;
          case "side" -> levels ? Role.LEVEL_SIDE : Role.TAKER_SIDE;
          case "is_snapshot" -> Role.SNAPSHOT_FLAG;
          case "id" -> Role.ID;
          case "funding_timestamp" -> Role.TIME;
          default -> word < 2 ? Role.TIME : Role.NUMBER;
        };
    if (name.equals("is_snapshot") && levels) {
      return new CsvField(name, role, selected.indexOf("side"));
    }
    boolean constant = role == Role.EXCHANGE || role == Role.SYMBOL;
    boolean used = word >= 0 && (role != Role.ID || trades);
    return constant || used ? new CsvField(name, role, Math.max(0, word)) : skipped(name);
  }

  private static CsvField skipped(String name) {
    return new CsvField(name, Role.SKIPPED, 0);
  }
}
