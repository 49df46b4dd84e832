package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Recognises recorded files and streams their rows, by DuckDB in this process. */
final class RecordingReader implements AutoCloseable {
  /** Takes rows, some thousand at a time, as columns in the order of {@link RecordingColumns}. */
  interface Rows {
    /**
     * @param firstRow number of the first row in its file, from 0
     */
    void take(DuckDBReadableVector[] columns, int count, long firstRow);
  }

  private static final byte[] GZIP_MAGIC = {(byte) 0x1F, (byte) 0x8B};
  private static final byte[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final DuckDBConnection database;

  RecordingReader() {
    try {
      database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException("The reader of recordings (DuckDB) does not start.", e);
    }
  }

  /**
   * Recognises a file.
   *
   * @throws InputException when it is missing, empty, foreign or lacks columns
   */
  RecordingFile recognise(Path path) {
    byte[] start = start(path);
    if (startsWith(start, PARQUET_MAGIC)) {
      return recogniseParquet(path);
    }
    boolean gzip = startsWith(start, GZIP_MAGIC);
    return recogniseCsv(path, gzip ? RecordingFile.Format.CSV_GZIP : RecordingFile.Format.CSV);
  }

  private static byte[] start(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(PARQUET_MAGIC.length);
      if (start.length == 0) {
        throw new InputException(path + " is empty.");
      }
      return start;
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: it is missing or no file.", e);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static RecordingFile recogniseCsv(Path path, RecordingFile.Format format) {
    try (InputStream file = Files.newInputStream(path);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    format == RecordingFile.Format.CSV_GZIP ? new GZIPInputStream(file) : file,
                    StandardCharsets.UTF_8))) {
      String header = reader.readLine();
      String row = reader.readLine();
      if (header == null || header.isBlank()) {
        throw new InputException(path + " is empty.");
      }
      Map<String, String> columns = columnsOfHeader(path, header);
      if (row == null || row.isEmpty()) {
        throw new InputException(path + ", line 2: there are no rows below the header.");
      }
      String[] values = row.split(",", -1);
      Map<String, String> firstRow = new HashMap<>();
      int index = 0;
      for (String name : columns.keySet()) {
        firstRow.put(name, index < values.length ? values[index] : "");
        index++;
      }
      return RecordingFile.recognise(path, format, columns, firstRow);
    } catch (IOException e) {
      throw new InputException(
          path + ", line 1: the file is cut off or damaged (" + e.getMessage() + ").", e);
    }
  }

  private static Map<String, String> columnsOfHeader(Path path, String header) {
    String line = header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header;
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : line.split(",", -1)) {
      if (columns.put(name.strip(), "") != null) {
        throw new InputException(path + ", line 1: the column " + name + " occurs twice.");
      }
    }
    return columns;
  }

  private RecordingFile recogniseParquet(Path path) {
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
   * Streams a file's rows in order.
   *
   * @throws InputException when a row cannot be read, or is of another instrument than the first
   */
  void read(RecordingFile file, List<RecordingColumns.Column> columns, Rows rows) {
    String sql =
        "SELECT "
            + String.join(", ", columns.stream().map(RecordingColumns.Column::sql).toList())
            + ", "
            + foreignRow(file)
            + " FROM "
            + source(file, columns);
    try (DuckDBPreparedStatement statement = database.prepare(sql);
        DuckDBChunkedResult result = statement.query()) {
      DuckDBReadableVector[] vectors = new DuckDBReadableVector[columns.size() + 1];
      long firstRow = 0;
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (int i = 0; i < vectors.length; i++) {
          vectors[i] = chunk.vector(i);
        }
        int count = (int) chunk.rowCount();
        refuseForeignRows(file, vectors[columns.size()], count, firstRow);
        rows.take(vectors, count, firstRow);
        firstRow += count;
      }
    } catch (SQLException e) {
      throw CsvErrors.explain(file, e);
    }
  }

  private static void refuseForeignRows(
      RecordingFile file, DuckDBReadableVector foreign, int count, long firstRow) {
    for (int row = 0; row < count; row++) {
      if (foreign.getBoolean(row)) {
        throw new InputException(
            file.place(firstRow + row)
                + ", column symbol: this row is of another instrument than the first one ("
                + file.instrument()
                + "); a tape holds one instrument.");
      }
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

  private static String source(RecordingFile file, List<RecordingColumns.Column> selected) {
    if (file.format() == RecordingFile.Format.PARQUET) {
      return "read_parquet(" + literal(file.path()) + ")";
    }
    Map<String, String> types = new HashMap<>();
    for (RecordingColumns.Column column : selected) {
      types.put(
          column.name(),
          switch (column.kind()) {
            case TIME, OPTIONAL_TIME -> "BIGINT";
            case CODE -> "VARCHAR";
            case PRICE, SIZE, NUMBER -> "DOUBLE";
          });
    }
    types.put("is_snapshot", "BOOLEAN");
    List<String> columns = new ArrayList<>();
    for (String name : file.columns().keySet()) {
      columns.add(literal(name) + ": '" + types.getOrDefault(name, "VARCHAR") + "'");
    }
    return "read_csv("
        + literal(file.path())
        + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"',"
        + " compression = '"
        + (file.format() == RecordingFile.Format.CSV_GZIP ? "gzip" : "none")
        + "', columns = {"
        + String.join(", ", columns)
        + "})";
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
      throw new IllegalStateException("The reader of recordings (DuckDB) does not close.", e);
    }
  }
}
