package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetImportTest {
  @TempDir Path folder;

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  private String fromCsv(Path csv, String select) {
    return select + " FROM read_csv('" + csv + "', header = true)";
  }

  private Path levels() throws IOException {
    return RecordedCsv.write(
        folder.resolve("levels.csv"), RecordedCsv.LEVELS, RecordedCsv.cleanLevels(300));
  }

  private Tape read(Path... files) {
    Path tape = folder.resolve(files[0].getFileName() + ".tape");
    Importer.run(List.of(files), tape, ImportOptions.usual(), ImportProgress.NONE);
    return Tape.open(tape);
  }

  private static void assertSameLevels(Tape expected, Tape actual) {
    Levels a = expected.levels();
    Levels b = actual.levels();
    assertEquals(a.rows(), b.rows());
    for (long row = 0; row < a.rows(); row++) {
      assertEquals(a.exchangeTime(row), b.exchangeTime(row));
      assertEquals(a.localTime(row), b.localTime(row));
      assertEquals(a.side(row), b.side(row));
      assertEquals(a.snapshot(row), b.snapshot(row));
      assertEquals(a.price(row), b.price(row));
      assertEquals(a.size(row), b.size(row));
    }
    assertEquals(expected.states().rows(), actual.states().rows());
  }

  @Test
  void theSameRowsAsCsv() throws IOException, SQLException {
    Path csv = levels();
    Path file = parquet("levels.parquet", fromCsv(csv, "SELECT *"));
    try (Tape expected = read(csv);
        Tape actual = read(file)) {
      assertSameLevels(expected, actual);
    }
  }

  /** The source's own files: its names, its time columns in ns, no venue or symbol within. */
  @Test
  void processedFilesTakeVenueAndSymbolFromTheirName() throws IOException, SQLException {
    Path csv =
        RecordedCsv.write(
            folder.resolve("t.csv"),
            RecordedCsv.TRADES,
            List.of(
                RecordedCsv.trade(0, 100, "1", "buy", "100.5", "1"),
                RecordedCsv.trade(5, 105, "2", "sell", "100.25", "2")));
    Path file =
        parquet(
            "fut-venue_trades_20240808_COIN.parquet",
            fromCsv(
                csv,
                "SELECT timestamp * 1000 AS ts, local_timestamp * 1000 AS ts_local, side, price,"
                    + " amount"));
    try (Tape tape = read(file)) {
      assertEquals(new Instrument("fut-venue", "COIN", 0.01, 1), tape.instrument());
      assertEquals(RecordedCsv.START * 1000 + 5000, tape.trades().exchangeTime(1));
      assertEquals(-1, tape.trades().takerSign(1));
      assertEquals("time_unit", tape.header().findings().getFirst().kind());
    }
  }

  @Test
  void timesStoredAsTimestamps() throws IOException, SQLException {
    Path csv = levels();
    Path file =
        parquet(
            "stamped.parquet",
            fromCsv(
                csv,
                "SELECT * REPLACE (make_timestamp(timestamp) AS timestamp,"
                    + " make_timestamp(local_timestamp) AS local_timestamp)"));
    try (Tape expected = read(csv);
        Tape actual = read(file)) {
      assertSameLevels(expected, actual);
    }
  }

  @Test
  void aFileCutOff() throws IOException, SQLException {
    Path file = parquet("cut.parquet", fromCsv(levels(), "SELECT *"));
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {4, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      InputException error = assertThrows(InputException.class, () -> read(file));
      assertTrue(error.getMessage().contains("cut.parquet"), error.getMessage());
    }
  }

  @Test
  void aColumnOfAnotherType() throws IOException, SQLException {
    Path file =
        parquet("typed.parquet", fromCsv(levels(), "SELECT * REPLACE ('abc' || amount AS price)"));
    InputException error = assertThrows(InputException.class, () -> read(file));
    assertTrue(error.getMessage().contains("typed.parquet"), error.getMessage());
    assertTrue(error.getMessage().contains("abc2.0"), error.getMessage());
  }

  @Test
  void namesWithPatternSignsAreTakenAsTheyAre() throws IOException, SQLException {
    Path strange = Files.createDirectory(folder.resolve("a [b]* it's?"));
    Path csv =
        RecordedCsv.write(
            strange.resolve("levels.csv"), RecordedCsv.LEVELS, RecordedCsv.cleanLevels(5));
    try (Tape tape = read(csv)) {
      assertEquals(8, tape.levels().rows());
    }
  }
}
