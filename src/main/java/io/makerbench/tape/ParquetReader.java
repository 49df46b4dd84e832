package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Recognises and reads Parquet recordings, by DuckDB in this process. */
final class ParquetReader implements AutoCloseable {
  private final DuckDBConnection database;

  ParquetReader() {
    try {
      database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException("The reader of Parquet files (DuckDB) does not start.", e);
    }
  }

  /**
   * Recognises a file.
   *
   * @throws InputException when it is damaged, foreign or lacks columns
   */
  RecordingFile recognise(Path path) {
    Map<String, String> columns = new LinkedHashMap<>();
    Map<String, String> firstRow = new HashMap<>();
    String source = "read_parquet(" + literal(path) + ")";
    try (Statement statement = database.createStatement()) {
      try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
        while (described.next()) {
          columns.put(described.getString("column_name"), described.getString("column_type"));
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT * FROM " + source + " LIMIT 1")) {
        if (!row.next()) {
          throw new InputException(path + ": there are no rows.");
        }
        for (String name : columns.keySet()) {
          String value = row.getString(name);
          firstRow.put(name, value == null ? "" : value);
        }
      }
    } catch (SQLException e) {
      throw new InputException(
          path + ": the Parquet file is cut off or damaged (" + firstLine(e) + ").", e);
    }
    return RecordingFile.recognise(path, RecordingFile.Format.PARQUET, columns, firstRow);
  }

  /**
   * Reads all rows in order.
   *
   * @throws InputException when one cannot be read, or is of another instrument than the first
   */
  void read(RecordingFile file, RecordingSpooler rows) {
    List<RecordingColumns.Column> columns = RecordingColumns.of(file);
    long firstRow = 0;
    try (DuckDBPreparedStatement statement = database.prepare(query(file, columns));
        DuckDBChunkedResult result = statement.query()) {
      DuckDBReadableVector[] vectors = new DuckDBReadableVector[columns.size() + 1];
      long[] words = new long[columns.size()];
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (int i = 0; i < vectors.length; i++) {
          vectors[i] = chunk.vector(i);
        }
        for (int i = 0; i < chunk.rowCount(); i++) {
          refuseForeign(file, vectors[columns.size()], i, firstRow + i);
          takeWords(columns, vectors, i, words);
          refuseWithoutSide(file, words, firstRow + i);
          rows.take(words, firstRow + i);
        }
        firstRow += chunk.rowCount();
        rows.report(firstRow);
      }
    } catch (SQLException e) {
      throw new InputException(
          file.place(firstRow) + " or after: it cannot be read (" + firstLine(e) + ").", e);
    }
  }

  private static String query(RecordingFile file, List<RecordingColumns.Column> columns) {
    return "SELECT "
        + String.join(", ", columns.stream().map(RecordingColumns.Column::sql).toList())
        + ", "
        + foreignRow(file)
        + " FROM read_parquet("
        + literal(file.path())
        + ")";
  }

  private static void takeWords(
      List<RecordingColumns.Column> columns,
      DuckDBReadableVector[] vectors,
      int row,
      long[] words) {
    for (int i = 0; i < words.length; i++) {
      words[i] =
          switch (columns.get(i).kind()) {
            case TIME, OPTIONAL_TIME, CODE -> vectors[i].getLong(row, 0);
            case PRICE, SIZE, NUMBER ->
                Double.doubleToRawLongBits(vectors[i].getDouble(row, Double.NaN));
          };
    }
  }

  private static void refuseForeign(
      RecordingFile file, DuckDBReadableVector foreign, int row, long number) {
    if (foreign.getBoolean(row)) {
      throw new InputException(
          file.place(number)
              + ", column symbol: this row is of another instrument than the first one ("
              + file.instrument()
              + "); a tape holds one instrument.");
    }
  }

  private static void refuseWithoutSide(RecordingFile file, long[] words, long number) {
    if (file.type() == RecordingType.INCREMENTAL_BOOK_L2
        && (words[2] & RecordingColumns.CODE_NO_SIDE) != 0) {
      throw new InputException(file.place(number) + ", column side: must be bid or ask.");
    }
  }

  private static String foreignRow(RecordingFile file) {
    List<String> differs = new ArrayList<>();
    if (file.columns().containsKey("symbol")) {
      differs.add("symbol IS DISTINCT FROM " + literal(file.symbol()));
    }
    if (file.columns().containsKey("exchange")) {
      differs.add("exchange IS DISTINCT FROM " + literal(file.exchange()));
    }
    return differs.isEmpty() ? "false" : String.join(" OR ", differs);
  }

  /** A path as a literal; signs that would match other names are taken literally. */
  private static String literal(Path path) {
    return literal(path.toString().replaceAll("[\\[*?]", "[$0]"));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The reader of Parquet files (DuckDB) does not close.", e);
    }
  }
}
