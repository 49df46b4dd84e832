package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads named columns of a CSV, CSV.gz or Parquet file that is no recording of a market. */
final class TextTable {
  /** Takes one row. */
  interface Row {
    /**
     * @param place file and row, for messages
     * @param values of the columns asked for, in that order; empty where there is none
     */
    void take(String place, String[] values);
  }

  private TextTable() {}

  /**
   * Reads all rows in order.
   *
   * @throws InputException when the file is missing, damaged, or lacks a column
   */
  static void read(Path path, List<String> columns, Row row) {
    if (!Files.isRegularFile(path)) {
      throw new InputException(path + " cannot be read: it is missing or no file.");
    }
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      String source = source(path);
      requireColumns(path, statement, source, columns);
      try (ResultSet rows = statement.executeQuery(select(columns) + source)) {
        readRows(path, rows, columns.size(), row);
      }
    } catch (SQLException e) {
      throw new InputException(
          path + ": the file cannot be read (" + ParquetReader.firstLine(e) + ").", e);
    }
  }

  private static String source(Path path) {
    String literal = "'" + path.toString().replaceAll("[\\[*?]", "[$0]").replace("'", "''") + "'";
    return path.toString().endsWith(".parquet")
        ? "read_parquet(" + literal + ")"
        : "read_csv(" + literal + ", header = true, delim = ',', all_varchar = true)";
  }

  private static void requireColumns(
      Path path, Statement statement, String source, List<String> columns) throws SQLException {
    List<String> present = new ArrayList<>();
    try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (described.next()) {
        present.add(described.getString("column_name"));
      }
    }
    for (String column : columns) {
      if (!present.contains(column)) {
        throw new InputException(
            path
                + ", line 1: there is no column "
                + column
                + "; there are "
                + String.join(", ", present)
                + ".");
      }
    }
  }

  private static String select(List<String> columns) {
    List<String> cast = columns.stream().map(name -> "\"" + name + "\"::VARCHAR").toList();
    return "SELECT " + String.join(", ", cast) + " FROM ";
  }

  private static void readRows(Path path, ResultSet rows, int columns, Row row)
      throws SQLException {
    String[] values = new String[columns];
    for (long number = 1; rows.next(); number++) {
      for (int i = 0; i < columns; i++) {
        String value = rows.getString(i + 1);
        values[i] = value == null ? "" : value.strip();
      }
      row.take(path + ", row " + number, values);
    }
  }
}
