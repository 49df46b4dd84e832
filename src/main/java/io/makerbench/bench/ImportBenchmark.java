package io.makerbench.bench;

import io.makerbench.experiment.Settings;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.ImportReport;
import io.makerbench.tape.Importer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Import of level updates from CSV.gz, beside a bare scan of the same file by DuckDB. */
final class ImportBenchmark implements Benchmark {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String help() {
    return "rows/s from Tardis CSV.gz to a tape; floor: DuckDB's scan of the same file";
  }

  @Override
  public Measurement measure(Settings settings) {
    Path file = BenchRecording.levels(settings);
    try {
      Path folder = Files.createTempDirectory("makerbench-import");
      Path tape = folder.resolve("bench.tape");
      Repetitions found = Repetitions.of(() -> importRate(file, tape));
      Files.deleteIfExists(tape);
      Files.delete(folder);
      Map<String, Object> facts = found.config();
      facts.put("file", file.getFileName().toString());
      facts.put("floor_is", "DuckDB summing every column of the same file, its default threads");
      return new Measurement(name(), found.median(), "rows/s", scanRate(file), facts);
    } catch (IOException e) {
      throw new UncheckedIOException("The benchmark's tape cannot be written.", e);
    }
  }

  private static double importRate(Path file, Path tape) {
    long start = System.nanoTime();
    ImportReport report =
        Importer.run(List.of(file), tape, ImportOptions.usual(), ImportProgress.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    return report.tables().stream().mapToLong(ImportReport.Rows::read).sum() / seconds;
  }

  private static double scanRate(Path file) {
    String path = file.toString().replace("'", "''");
    String scan =
        "SELECT count(*), sum(timestamp), sum(local_timestamp), sum(price), sum(amount),"
            + " min(side), min(exchange), min(symbol), bool_or(is_snapshot) FROM read_csv('"
            + path
            + "')";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      return Repetitions.of(() -> scanRate(statement, scan)).median();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot scan " + file, e);
    }
  }

  private static double scanRate(Statement statement, String scan) {
    long start = System.nanoTime();
    try (ResultSet rows = statement.executeQuery(scan)) {
      rows.next();
      return rows.getLong(1) * 1e9 / (System.nanoTime() - start);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB cannot scan the recording", e);
    }
  }
}
