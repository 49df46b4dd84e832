package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.book.RecordedLatency;
import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no recordings of a market: order latencies and funding rates. */
class TableFilesTest {
  private static final String LATENCIES =
      """
      request_time,exchange_time,response_time
      1700000000000000,1700000000010000,1700000000015000
      1700000001000000,0,1700000001040000
      1700000002000000,1700000002020000,1700000002025000
      """;
  private static final String RATES =
      """
      Symbol,Date,Funding Rate
      BTC-USDT,2023-01-01 03:00:00.000,0.0001
      BTC-USDT,2023-01-01 11:00:00,-0.0002
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void latenciesAreReadInTheUnitOfTheirTimes() throws IOException {
    RecordedLatency latency = LatencyFile.read(file("latency.csv", LATENCIES));
    assertEquals(10_000_000, latency.place(0));
    assertEquals(-40_000_000, latency.place(1_700_000_001_000_000_000L));
    assertEquals(20_000_000, latency.cancel(1_700_000_002_000_000_000L));
    assertEquals(5_000_000, latency.response(Long.MAX_VALUE));
  }

  @Test
  void latenciesAreReadFromParquet() throws IOException, SQLException {
    Path csv = file("latency.csv", LATENCIES);
    Path parquet = folder.resolve("latency.parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = database.createStatement()) {
      sql.execute("COPY (FROM '" + csv + "') TO '" + parquet + "' (FORMAT parquet)");
    }
    RecordedLatency latency = LatencyFile.read(parquet);
    assertEquals(20_000_000, latency.cancel(1_700_000_002_000_000_000L));
  }

  @Test
  void fundingTimesAreTakenBackToUtc() throws IOException {
    FundingHistory history = FundingHistory.read(file("rates.csv", RATES), Duration.ofHours(3));
    assertEquals(
        List.of(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-01-01T08:00:00Z")),
        List.of(instant(history.timeNs()[0]), instant(history.timeNs()[1])));
    assertEquals(0.0001, history.rate()[0]);
    assertEquals(-0.0002, history.rate()[1]);
  }

  private static Instant instant(long ns) {
    return Instant.ofEpochSecond(0, ns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1700000000000000,1700000000010000 | 1700000000000000,170000000001000x | exchange_time
          1700000001000000,0,               | 1699999999000000,0,               | record 2
          1700000002020000                  | 1700000001020000                  | record 3
          1700000002025000                  | -5                                | row 3, column response_time
          response_time                     | answer                            | no column response_time
          """)
  void aWrongLatencyFileIsNamedWithThePlace(String right, String wrong, String words)
      throws IOException {
    Path path = file("latency.csv", LATENCIES.replace(right, wrong));
    assertNames(path, words, () -> LatencyFile.read(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -0.0002             | lots            | row 2, column Funding Rate
          -0.0002             | NaN             | row 2, column Funding Rate
          -0.0002             | -2              | row 2, column Funding Rate
          2023-01-01 11:00:00 | yesterday       | row 2, column Date
          2023-01-01 11:00:00 | 2023-01-01 03:00:00 | row 2, column Date
          2023-01-01 11:00:00 | 9999-01-01 03:00:00 | row 2, column Date
          Date                | When            | no column Date
          """)
  void aWrongFundingFileIsNamedWithThePlace(String right, String wrong, String words)
      throws IOException {
    Path path = file("rates.csv", RATES.replace(right, wrong));
    assertNames(path, words, () -> FundingHistory.read(path, Duration.ZERO));
  }

  @Test
  void missingAndForeignFilesAreNamed() throws IOException {
    Path absent = folder.resolve("absent.csv");
    assertNames(absent, "missing", () -> LatencyFile.read(absent));
    Path empty = file("empty.csv", "");
    assertNames(empty, "", () -> LatencyFile.read(empty));
    Path foreign = file("foreign.parquet", "PAR1 and nothing else");
    assertNames(foreign, "cannot be read", () -> LatencyFile.read(foreign));
  }

  private static void assertNames(Path path, String words, Executable read) {
    String message = assertThrows(InputException.class, read).getMessage();
    assertTrue(message.contains(path.getFileName().toString()), message);
    assertTrue(message.contains(words), message);
  }

  @Test
  void everyFundingHistoryAtHandIsRead() throws IOException {
    Path data = RecordedData.require("funding");
    try (var files = Files.list(data)) {
      for (Path path : files.sorted().toList()) {
        FundingHistory history = FundingHistory.read(path, Duration.ofHours(3));
        assertTrue(history.timeNs().length > 1000, path.toString());
      }
    }
  }
}
