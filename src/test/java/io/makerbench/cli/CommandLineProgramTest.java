package io.makerbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SmallRun;
import io.makerbench.tape.LobsterFile;
import io.makerbench.tape.Tape;
import io.makerbench.tape.fetch.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CommandLineProgramTest {
  private static final String QUICKSTART = "configs/quickstart.json";

  @TempDir private Path folder;

  private record Outcome(int exit, String out, String err) {}

  private static Outcome execute(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exit =
          CommandLineProgram.execute(
              (settings, config) -> {
                throw new AssertionError("no window was asked for");
              },
              args);
      return new Outcome(
          exit,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void fetchesADayAndImportsIt() throws IOException {
    String header = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";
    byte[] trades =
        Vendor.gzip(header + "venue,COIN,1722470400000000,1722470400002000,1,buy,5,2\n");
    try (Vendor vendor = new Vendor()) {
      vendor.with("venue/trades/2024/08/01/COIN.csv.gz", trades);
      Outcome outcome =
          execute(
              "fetch",
              "venue",
              "COIN",
              "2024-08-01",
              "--types",
              "trades",
              "--to",
              folder.toString(),
              "--address",
              vendor.address().toString(),
              "--tape",
              folder.resolve("coin.tape").toString());
      assertEquals(0, outcome.exit(), outcome.err());
      assertTrue(outcome.out().contains("checked: gzip, length, ETag"), outcome.out());
    }
    try (Tape tape = Tape.open(folder.resolve("coin.tape"))) {
      assertEquals(1, tape.trades().rows());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | rnu | rnu",
        "2 | run | CONFIG",
        "2 | run configs/quickstart.json --resume x | --resume",
        "2 | run configs/quickstart.json --set dqn.lrr=1 | dqn.lrr",
        "2 | run configs/quickstart.json --set dqn.lr=2 | from 0 to 1",
        "2 | run missing.json | missing.json does not exist",
        "2 | config check missing.json | missing.json",
        "2 | import x.csv | --out",
        "2 | bench nothing | replay-env",
        "2 | check speed | learning",
        "2 | check learning --only juggling | no check of juggling",
        "1 | check learning --only identity --configs missing | identity-dqn.json does not exist",
        "2 | oracle delphi | avellaneda-stoikov, glft, cjp",
        "2 | oracle glft --set rho=1 | known are sigma, A, k, gamma, T, Q, q",
        "2 | oracle glft --set Q=0 | from 1 to 1000",
        "2 | oracle --set Q=1 | needs the name",
        "2 | report x --format docx | --format",
        "1 | report x | x is not the folder of a run",
        "2 | export x | --out",
        "2 | export x --format pdf --out y | --format",
        "1 | export x --out target/x.onnx | There is no checkpoint at x",
        "1 | export x --out target | target is a folder",
        "1 | compare x | x is not the folder of a run",
        "1 | inspect x.tape | x.tape",
        "2 | verify | FILES",
        "1 | verify missing.zip | missing.zip",
        "2 | fetch venue COIN | DATE",
        "2 | fetch venue COIN yesterday | DATE",
        "2 | fetch venue COIN 2024-08-01 --types options | incremental_book_L2",
        "2 | fetch ../venue COIN 2024-08-01 | binance-futures",
        "2 | fetch venue COIN 2024-08-01 --address ftp://x | https://",
        "1 | import missing.csv --out target/none.tape | missing.csv",
      })
  void mistakesAreOneReadableLineAndAnExitCode(int exit, String line, String named) {
    Outcome outcome = execute(line.split(" "));
    assertEquals(exit, outcome.exit(), outcome.err());
    assertTrue(outcome.err().startsWith("makerbench: "), outcome.err());
    assertTrue(outcome.err().contains(named), outcome.err());
    assertFalse(outcome.err().contains("\tat "), "no trace without --verbose");
  }

  @Test
  void verbosePrintsTheTrace() {
    assertTrue(execute("report", "x", "--verbose").err().contains("\tat "));
  }

  @Test
  void aGoodConfigIsSaidToBeGood() {
    Outcome outcome = execute("config", "check", QUICKSTART);
    assertEquals(0, outcome.exit(), outcome.err());
    assertTrue(outcome.out().contains("valid"));
  }

  @Test
  void schemaAndBenchmarksAreListed() {
    assertTrue(execute("config", "schema").out().contains("\"$schema\""));
    assertTrue(execute("bench").out().contains("replay-idle"));
  }

  @Test
  @Tag("slow")
  void ofSeveralBenchmarksEachHasAProcessOfItsOwn() {
    Outcome outcome = execute("bench", "predict-1", "predict-2048", "--json");
    assertEquals(0, outcome.exit(), outcome.err());
    List<JsonNode> lines = outcome.out().lines().map(line -> Json.parse(line, "line")).toList();
    assertEquals(
        List.of("predict-1", "predict-2048"),
        lines.stream().map(line -> line.get("name").asString()).toList());
    assertTrue(lines.stream().allMatch(line -> line.get("value").doubleValue() > 0));
  }

  @Test
  @Tag("slow")
  void theFirstBenchmarkThatFailsEndsThem() {
    Outcome outcome = execute("bench", "import", "predict-1", "--data", folder.toString());
    assertEquals(1, outcome.exit());
    assertEquals("", outcome.out());
  }

  @Test
  void verifyFailsWhereTheBookIsNotThePublishedOne() throws IOException {
    List<String> messages = List.of("1,1,11,10,1000000,1", "2,2,11,4,1000000,1");
    Path right = folder.resolve("right.zip");
    Path wrong = folder.resolve("wrong.zip");
    String first = "1000900,5,1000000,10";
    LobsterFile.write(right, 1, messages, List.of(first, "1000900,5,1000000,6"));
    LobsterFile.write(wrong, 1, messages, List.of(first, "1000900,5,1000000,7"));
    assertEquals(0, execute("verify", right.toString()).exit());
    Outcome outcome = execute("verify", right.toString(), wrong.toString());
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(outcome.out().contains("row 2, bid level 1, price 100.0000"), outcome.out());
  }

  @Test
  void anOraclePrintsEveryPublishedNumberBesideOurs() {
    Outcome words = execute("oracle", "cjp");
    assertEquals(0, words.exit(), words.err());
    assertTrue(words.out().contains("agrees with 68.25583476"), words.out());
    String[] lines = execute("oracle", "glft", "--json").out().split("\n");
    assertEquals(18, lines.length);
    JsonNode first = Json.parse(lines[0], "line");
    assertEquals("glft", first.get("oracle").asString());
    assertEquals(2.97252177, first.get("published").doubleValue());
    assertTrue(first.get("case").asString().contains("sigma=0.3"), lines[0]);
    assertTrue(first.get("agrees").booleanValue());
  }

  @Test
  void aCaseNobodyPublishedHasNullInItsPlace() {
    Outcome other = execute("oracle", "cjp", "--set", "phi=0.5", "--json");
    assertEquals(0, other.exit(), other.err());
    JsonNode first = Json.parse(other.out().split("\n")[0], "line");
    assertTrue(first.get("published").isNull());
    assertTrue(first.get("difference").isNull());
    assertTrue(first.get("ours").doubleValue() > 0);
  }

  @Test
  void anEvaluatedRunIsComparedAndReported() throws IOException {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder run = runner.create(folder.resolve("run"), SmallRun.config(), null);
    assertEquals(RunState.DONE, runner.start(run, event -> {}).ended().join());
    Outcome compared = execute("compare", run.path().toString());
    assertEquals(0, compared.exit(), compared.err());
    assertTrue(compared.out().contains("dqn − symmetric_l1"), compared.out());
    Path page = run.report().resolve("report.html");
    Files.delete(page);
    Path model = folder.resolve("small.onnx");
    Outcome exported = execute("export", run.path().toString(), "--out", model.toString());
    assertEquals(0, exported.exit(), exported.err());
    assertTrue(Files.size(model) > 0);
    Outcome reported = execute("report", run.path().toString(), "--format", "html,json");
    assertEquals(0, reported.exit(), reported.err());
    assertTrue(Files.exists(page));
    Outcome printed =
        execute("report", run.path().toString(), "--format", "pdf", "--parts", "result,run");
    assertEquals(0, printed.exit(), printed.err());
    assertTrue(Files.size(run.report().resolve("report.pdf")) > 0);
    String one = run.path().toString();
    Outcome together = execute("report", one, one);
    assertEquals(1, together.exit());
    assertTrue(together.err().contains("--out FOLDER"), together.err());
    Outcome grid =
        execute(
            "grid",
            one,
            "--fees",
            "0.1,1",
            "--latencies",
            "10000",
            "--out",
            folder.resolve("grid").toString());
    assertEquals(0, grid.exit(), grid.err());
    assertEquals(1 + 4 + 1, grid.out().lines().count(), "header, a row a point and baseline, file");
  }
}
