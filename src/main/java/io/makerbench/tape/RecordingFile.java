package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A recorded file whose kind has been recognised by its columns.
 *
 * @param path where it lies
 * @param format how it is stored
 * @param type what it holds
 * @param depth levels a side, for book snapshots; else 0
 * @param columns its columns in order, by name, with their types (Parquet) or "" (CSV)
 * @param exchange venue of its first row
 * @param symbol instrument of its first row
 */
record RecordingFile(
    Path path,
    Format format,
    RecordingType type,
    int depth,
    Map<String, String> columns,
    String exchange,
    String symbol)
    implements RowPlaces {
  /** How a file is stored. */
  enum Format {
    /** Gzipped or not. */
    CSV,
    PARQUET
  }

  private static final List<String> EXCHANGE_TIMES = List.of("timestamp", "ts");
  private static final List<String> LOCAL_TIMES = List.of("local_timestamp", "ts_local");

  /**
   * Recognises a file by what it lists as its columns and its first row.
   *
   * @param firstRow values of the first row, by column
   * @throws InputException when columns are missing or no kind fits
   */
  static RecordingFile recognise(
      Path path, Format format, Map<String, String> columns, Map<String, String> firstRow) {
    Set<String> names = columns.keySet();
    RecordingType type =
        Arrays.stream(RecordingType.values())
            .filter(candidate -> candidate.fits(names))
            .findFirst()
            .orElseThrow(() -> unknown(path, names));
    requireOne(path, names, EXCHANGE_TIMES);
    requireOne(path, names, LOCAL_TIMES);
    return new RecordingFile(
        path,
        format,
        type,
        type == RecordingType.BOOK_SNAPSHOT ? levels(path, names) : 0,
        new LinkedHashMap<>(columns),
        instrumentPart(path, firstRow, "exchange", RecordingName::market),
        instrumentPart(path, firstRow, "symbol", RecordingName::symbol));
  }

  private static void requireOne(Path path, Set<String> names, List<String> allowed) {
    if (allowed.stream().noneMatch(names::contains)) {
      throw new InputException(
          path + ", line 1: the column " + allowed.getFirst() + " is missing. It has: " + names);
    }
  }

  private static InputException unknown(Path path, Set<String> names) {
    RecordingType nearest = nearest(path, names);
    Set<String> missing = new HashSet<>(nearest.missing(names));
    if (missing.size() <= nearest.columns().size() / 2 && !missing.isEmpty()) {
      return new InputException(
          path
              + ", line 1: the column "
              + String.join(", ", missing.stream().sorted().toList())
              + " is missing, which a recording of "
              + nearest.key()
              + " must have. It has: "
              + names);
    }
    return new InputException(
        path
            + ", line 1: these columns are of no kind of recording that can be imported: "
            + names
            + ". Allowed are "
            + Arrays.stream(RecordingType.values())
                .map(RecordingType::key)
                .collect(Collectors.joining(", "))
            + " of Tardis.");
  }

  /** The kind its name says, or else the one that lacks the fewest columns. */
  private static RecordingType nearest(Path path, Set<String> names) {
    String said = RecordingName.of(path).map(RecordingName::type).orElse("");
    return Arrays.stream(RecordingType.values())
        .filter(type -> said.startsWith(type.key()))
        .findFirst()
        .orElseGet(() ->
            Arrays.stream(RecordingType.values())
                .min(Comparator.comparingInt(type -> type.missing(names).size()))
                .orElseThrow());
  }

  private static int levels(Path path, Set<String> names) {
    int depth = 0;
    while (names.contains("asks[" + depth + "].price")) {
      for (String column : List.of("asks[%d].amount", "bids[%d].price", "bids[%d].amount")) {
        if (!names.contains(String.format(column, depth))) {
          throw new InputException(
              path + ", line 1: the column " + String.format(column, depth) + " is missing.");
        }
      }
      depth++;
    }
    return depth;
  }

  private static String instrumentPart(
      Path path,
      Map<String, String> firstRow,
      String column,
      Function<RecordingName, String> said) {
    String value = firstRow.getOrDefault(column, "");
    if (!value.isEmpty()) {
      return value;
    }
    Optional<RecordingName> name = RecordingName.of(path);
    if (name.isPresent()) {
      return said.apply(name.get());
    }
    throw new InputException(
        path
            + ", line 1: the column "
            + column
            + " is missing, and the file's name does not say it either; names are like "
            + "binance-futures_trades_2024-08-08_BTCUSDT.csv.gz.");
  }

  String exchangeTimeColumn() {
    return present(EXCHANGE_TIMES);
  }

  String localTimeColumn() {
    return present(LOCAL_TIMES);
  }

  private String present(List<String> names) {
    return names.stream().filter(columns::containsKey).findFirst().orElseThrow();
  }

  String instrument() {
    return exchange + " " + symbol;
  }

  /** Recorder's name of the kind, with the number of levels for snapshots. */
  String typeName() {
    return type == RecordingType.BOOK_SNAPSHOT ? type.key() + "_" + depth : type.key();
  }

  /** {@inheritDoc} Rows count from 0 after the header line. */
  @Override
  public String place(long row) {
    return path + ", " + number(row);
  }

  @Override
  public String shortPlace(long row) {
    return path.getFileName() + ", " + number(row);
  }

  private String number(long row) {
    return format == Format.PARQUET ? "row " + (row + 1) : "line " + (row + 2);
  }
}
