package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import io.makerbench.storage.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Columns of equal length with a few texts beside them, as one Parquet file through DuckDB. The
 * same content gives the same bytes under the same version of DuckDB. Not safe for several threads.
 */
final class ParquetTable {
  private static final int FLUSH_ROWS = 100_000;

  private final SequencedMap<String, String> facts = new LinkedHashMap<>();
  private final SequencedMap<String, ParquetColumn> columns = new LinkedHashMap<>();

  ParquetTable fact(String name, String value) {
    facts.put(name, value);
    return this;
  }

  ParquetTable column(String name, ParquetColumn column) {
    columns.put(name, column);
    return this;
  }

  String fact(String name) {
    return present(facts.get(name), "fact", name);
  }

  boolean hasFact(String name) {
    return facts.containsKey(name);
  }

  /** Names of the columns, in order. */
  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  int rows() {
    return columns.isEmpty() ? 0 : columns.firstEntry().getValue().length();
  }

  double[] doubles(String name) {
    return column(name) instanceof ParquetColumn.Doubles d ? d.values() : wrongType(name);
  }

  long[] longs(String name) {
    return column(name) instanceof ParquetColumn.Longs l ? l.values() : wrongType(name);
  }

  int[] ints(String name) {
    return column(name) instanceof ParquetColumn.Ints i ? i.values() : wrongType(name);
  }

  boolean[] booleans(String name) {
    return column(name) instanceof ParquetColumn.Booleans b ? b.values() : wrongType(name);
  }

  private ParquetColumn column(String name) {
    return present(columns.get(name), "column", name);
  }

  private static <T> T wrongType(String name) {
    throw new InputException("The column " + name + " has another type than it was written with.");
  }

  private static <T> T present(@Nullable T value, String kind, String name) {
    if (value == null) {
      throw new InputException(
          "The file has no " + kind + " " + name + "; evaluate the run again.");
    }
    return value;
  }

  void write(Path target) {
    WholeFile.create(target, this::copyTo);
  }

  private void copyTo(Path file) {
    try (DuckDBConnection database = Database.connect();
        Statement sql = database.createStatement()) {
      sql.execute("CREATE TEMP TABLE t (" + declarations() + ")");
      append(database);
      sql.execute(
          "COPY t TO " + text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd" + kv() + ")");
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB could not write " + file, e);
    }
  }

  private String declarations() {
    return columns.entrySet().stream()
        .map(e -> '"' + e.getKey().replace("\"", "\"\"") + "\" " + e.getValue().sqlType())
        .collect(Collectors.joining(", "));
  }

  private String kv() {
    return facts.isEmpty()
        ? ""
        : facts.entrySet().stream()
            .map(e -> e.getKey() + ": " + text(e.getValue()))
            .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
  }

  private void append(DuckDBConnection database) throws SQLException {
    List<ParquetColumn> all = List.copyOf(columns.values());
    try (DuckDBAppender appender = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "t")) {
      for (int row = 0; row < rows(); row++) {
        appender.beginRow();
        for (ParquetColumn column : all) {
          column.append(appender, row);
        }
        appender.endRow();
        if (row % FLUSH_ROWS == FLUSH_ROWS - 1) {
          appender.flush();
        }
      }
    }
  }

  /** Reads a file that {@link #write} wrote. */
  static ParquetTable read(Path file) {
    return read(file, "*");
  }

  /**
   * Reads some columns of a file that {@link #write} wrote.
   *
   * @param columns which, as SQL
   */
  static ParquetTable read(Path file, String columns) {
    if (!Files.exists(file)) {
      throw new InputException("The file " + file + " does not exist; evaluate the run again.");
    }
    ParquetTable table = new ParquetTable();
    try (DuckDBConnection database = Database.connect();
        Statement sql = database.createStatement()) {
      table.readFacts(sql, text(file.toString()));
      table.readColumns(sql, columns, text(file.toString()));
      return table;
    } catch (SQLException e) {
      throw new InputException(
          "The file " + file + " is not a readable Parquet file: " + e.getMessage(), e);
    }
  }

  private void readFacts(Statement sql, String file) throws SQLException {
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT decode(key), decode(value) FROM parquet_kv_metadata(" + file + ")")) {
      while (rows.next()) {
        fact(rows.getString(1), rows.getString(2));
      }
    }
  }

  private void readColumns(Statement sql, String wanted, String file) throws SQLException {
    int length = count(sql, file);
    try (ResultSet rows =
        sql.executeQuery("SELECT " + wanted + " FROM read_parquet(" + file + ")")) {
      List<ParquetColumn> all = new ArrayList<>();
      for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
        ParquetColumn column = ParquetColumn.empty(rows.getMetaData().getColumnTypeName(c), length);
        column(rows.getMetaData().getColumnName(c), column);
        all.add(column);
      }
      for (int row = 0; rows.next(); row++) {
        for (int c = 0; c < all.size(); c++) {
          all.get(c).read(rows, c + 1, row);
        }
      }
    }
  }

  private static int count(Statement sql, String file) throws SQLException {
    try (ResultSet rows =
        sql.executeQuery("SELECT num_rows FROM parquet_file_metadata(" + file + ")")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
