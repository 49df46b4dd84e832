package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** The values of one column of a {@link ParquetTable}. */
sealed interface ParquetColumn {
  int length();

  String sqlType();

  void append(DuckDBAppender appender, int row) throws SQLException;

  void read(ResultSet rows, int column, int row) throws SQLException;

  /** A column to read into, by its SQL type. */
  static ParquetColumn empty(String sqlType, int length) {
    return switch (sqlType) {
      case "DOUBLE" -> new Doubles(new double[length]);
      case "BIGINT" -> new Longs(new long[length]);
      case "INTEGER" -> new Ints(new int[length]);
      case "BOOLEAN" -> new Booleans(new boolean[length]);
      default -> throw new InputException("A column of type " + sqlType + " is not expected.");
    };
  }

  /** Numbers with a fraction; NaN is kept. */
  record Doubles(double[] values) implements ParquetColumn {
    @Override
    public int length() {
      return values.length;
    }

    @Override
    public String sqlType() {
      return "DOUBLE";
    }

    @Override
    public void append(DuckDBAppender appender, int row) throws SQLException {
      appender.append(values[row]);
    }

    @Override
    public void read(ResultSet rows, int column, int row) throws SQLException {
      values[row] = rows.getDouble(column);
    }
  }

  /** Whole numbers of 64 bits. */
  record Longs(long[] values) implements ParquetColumn {
    @Override
    public int length() {
      return values.length;
    }

    @Override
    public String sqlType() {
      return "BIGINT";
    }

    @Override
    public void append(DuckDBAppender appender, int row) throws SQLException {
      appender.append(values[row]);
    }

    @Override
    public void read(ResultSet rows, int column, int row) throws SQLException {
      values[row] = rows.getLong(column);
    }
  }

  /** Whole numbers of 32 bits. */
  record Ints(int[] values) implements ParquetColumn {
    @Override
    public int length() {
      return values.length;
    }

    @Override
    public String sqlType() {
      return "INTEGER";
    }

    @Override
    public void append(DuckDBAppender appender, int row) throws SQLException {
      appender.append(values[row]);
    }

    @Override
    public void read(ResultSet rows, int column, int row) throws SQLException {
      values[row] = rows.getInt(column);
    }
  }

  /** Yes or no. */
  record Booleans(boolean[] values) implements ParquetColumn {
    @Override
    public int length() {
      return values.length;
    }

    @Override
    public String sqlType() {
      return "BOOLEAN";
    }

    @Override
    public void append(DuckDBAppender appender, int row) throws SQLException {
      appender.append(values[row]);
    }

    @Override
    public void read(ResultSet rows, int column, int row) throws SQLException {
      values[row] = rows.getBoolean(column);
    }
  }
}
