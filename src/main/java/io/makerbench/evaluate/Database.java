package io.makerbench.evaluate;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/**
 * The one DuckDB of the process, in memory, through which Parquet files are read and written.
 * Starting it takes longer than reading most files, so it stays open. Connections may be used from
 * different threads, each from one; their temporary tables are their own.
 */
final class Database {
  private static final DuckDBConnection ROOT = start();

  private Database() {}

  /** A connection of the caller's own, to be closed. */
  static DuckDBConnection connect() throws SQLException {
    return ROOT.duplicate().unwrap(DuckDBConnection.class);
  }

  /** One thread keeps rows in order and the bytes the same on every machine. */
  private static DuckDBConnection start() {
    try {
      DuckDBConnection root =
          DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      try (Statement sql = root.createStatement()) {
        sql.execute("SET threads = 1");
      }
      return root;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start on this machine.", e);
    }
  }
}
