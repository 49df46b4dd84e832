package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defects of a recording: repaired by a stated rule and counted, or refused by a strict import. */
class ImportDefectsTest {
  @TempDir Path folder;

  private ImportReport read(Path... files) {
    return Importer.run(List.of(files), tape(), ImportOptions.usual(), ImportProgress.NONE);
  }

  private Path tape() {
    return folder.resolve("out").resolve("a.tape");
  }

  private Path levels(List<String> rows) throws IOException {
    return RecordedCsv.write(folder.resolve("levels.csv.gz"), RecordedCsv.LEVELS, rows);
  }

  private Path trades(String... rows) throws IOException {
    return RecordedCsv.write(folder.resolve("trades.csv"), RecordedCsv.TRADES, List.of(rows));
  }

  private static TapeHeader.Finding only(ImportReport report) {
    assertEquals(1, report.header().findings().size(), () -> "" + report.header().findings());
    return report.header().findings().getFirst();
  }

  private void assertStrictRefuses(Path file, String kind) throws IOException {
    Files.deleteIfExists(tape());
    InputException error =
        assertThrows(
            InputException.class,
            () ->
                Importer.run(
                    List.of(file), tape(), ImportOptions.usual().strictly(), ImportProgress.NONE));
    assertTrue(error.getMessage().contains(kind), error.getMessage());
    assertTrue(error.getMessage().contains("line"), error.getMessage());
    assertNothingLeft();
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> left = Files.list(tape().getParent())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aCleanRecordingHasNoFindingsAndPassesStrictly() throws IOException {
    Path file = levels(RecordedCsv.cleanLevels(50));
    ImportReport report =
        Importer.run(List.of(file), tape(), ImportOptions.usual().strictly(), ImportProgress.NONE);
    assertEquals(List.of(), report.header().findings());
    assertEquals(List.of(new ImportReport.Rows("levels", 53, 53, 0)), report.tables());
    assertEquals(new Instrument("venue", "COIN", 0.1, 0.01), report.header().instrument());
  }

  @Test
  void rowsOutOfOrderAreSorted() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(200));
    Importer.run(List.of(levels(rows)), tape(), ImportOptions.usual(), ImportProgress.NONE);
    List<Long> sorted = localTimes();
    Collections.swap(rows, 10, 150);
    Collections.swap(rows, 20, 30);
    ImportReport report = read(levels(rows));
    assertEquals("unsorted", only(report).kind());
    assertEquals(4, only(report).count());
    assertEquals("levels.csv.gz, line 13", only(report).first());
    assertEquals(sorted, localTimes());
    assertStrictRefuses(levels(rows), "unsorted");
  }

  private List<Long> localTimes() {
    try (Tape read = Tape.open(tape())) {
      Levels levels = read.levels();
      return Stream.iterate(0L, i -> i < levels.rows(), i -> i + 1).map(levels::localTime).toList();
    }
  }

  @Test
  void anyShufflingGivesTheSameBook() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(100));
    read(levels(rows));
    List<Long> sorted = localTimes();
    Collections.shuffle(rows.subList(3, rows.size()), new java.util.Random(3));
    read(levels(rows));
    assertEquals(sorted, localTimes());
  }

  @Test
  void repeatedRowsAreDropped() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(20));
    rows.add(11, rows.get(10));
    ImportReport report = read(levels(rows));
    assertEquals("duplicate", only(report).kind());
    assertEquals("levels.csv.gz, line 13", only(report).first());
    assertEquals(List.of(new ImportReport.Rows("levels", 24, 23, 1)), report.tables());
    assertStrictRefuses(levels(rows), "duplicate");
  }

  @Test
  void aLevelSetBackToAnEarlierSizeIsNoDuplicate() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(1));
    rows.add(RecordedCsv.level(20_000, 20_100, false, "bid", "100.5", "7"));
    rows.add(RecordedCsv.level(20_000, 20_100, false, "bid", "100.5", "8"));
    rows.add(RecordedCsv.level(20_000, 20_100, false, "bid", "100.5", "7"));
    ImportReport report = read(levels(rows));
    assertEquals(List.of(), report.header().findings());
    try (Tape read = Tape.open(tape())) {
      assertEquals(700, read.states().bidSize(read.states().rows() - 1, 0));
    }
  }

  @Test
  void equalTradesAreDuplicatesOnlyWithTheSameId() throws IOException {
    String first = RecordedCsv.trade(0, 100, "7", "buy", "100.5", "1");
    String other = RecordedCsv.trade(0, 100, "8", "buy", "100.5", "1");
    assertEquals(1, only(read(trades(first, other, first))).count());
    String nameless = RecordedCsv.trade(0, 100, "", "buy", "100.5", "1");
    assertEquals("trade_without_id", only(read(trades(nameless, nameless))).kind());
  }

  @Test
  void aPauseOfMoreThanFiveSecondsAndAGapOfMoreThanThirty() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(1));
    rows.add(RecordedCsv.level(5_010_000, 5_010_100, false, "ask", "100.7", "1"));
    assertEquals(List.of(), read(levels(rows)).header().findings());
    rows.add(RecordedCsv.level(10_010_001, 10_010_101, false, "ask", "100.8", "1"));
    rows.add(RecordedCsv.level(17_010_001, 17_010_101, false, "ask", "100.8", "2"));
    rows.add(RecordedCsv.level(47_010_002, 47_010_102, false, "ask", "100.8", "3"));
    assertEquals(
        List.of(
            "pause 2 levels.csv.gz, line 7: 5.000 s without a row; mean 6.000 s, at most 7.000 s",
            "gap 1 levels.csv.gz, line 9: 30.000 s without a row"),
        read(levels(rows)).header().findings().stream()
            .map(f -> f.kind() + " " + f.count() + " " + f.first())
            .toList());
    assertStrictRefuses(levels(rows), "gap");
  }

  @Test
  void twoSnapshotsInARowEachClearTheBook() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(0));
    rows.add(RecordedCsv.level(10_000, 10_100, true, "bid", "99.9", "1"));
    rows.add(RecordedCsv.level(10_000, 10_100, true, "ask", "100.2", "1"));
    assertEquals(List.of(), read(levels(rows)).header().findings());
    try (Tape read = Tape.open(tape())) {
      assertTrue(read.levels().snapshotBegins(0) && read.levels().snapshotBegins(3));
      assertEquals(999, read.states().bidPrice(1, 0));
      assertEquals(0, read.states().bidSize(1, 1));
      assertEquals(2, IntStream.range(0, 5).filter(read.levels()::snapshotBegins).count());
    }
  }

  @Test
  void crossedBooksAreLeftOutOfTheStatesAndLockedOnesStay() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(1));
    rows.add(RecordedCsv.level(20_000, 20_100, false, "bid", "100.6", "1"));
    rows.add(RecordedCsv.level(30_000, 30_100, false, "bid", "100.7", "1"));
    rows.add(RecordedCsv.level(40_000, 40_100, false, "bid", "100.7", "0"));
    ImportReport report = read(levels(rows));
    assertEquals(
        List.of("locked 2", "crossed 1"),
        report.header().findings().stream().map(f -> f.kind() + " " + f.count()).toList());
    try (Tape read = Tape.open(tape())) {
      assertEquals(3, read.states().rows());
      assertEquals(7, read.levels().rows());
    }
    assertStrictRefuses(levels(rows), "crossed");
  }

  @Test
  void clocksThatDisagreeAreCounted() throws IOException {
    List<String> rows = new ArrayList<>(RecordedCsv.cleanLevels(2));
    rows.add(RecordedCsv.level(40_000, 35_000, false, "ask", "100.8", "1"));
    rows.add(RecordedCsv.level(39_000, 40_000, false, "ask", "100.8", "2"));
    ImportReport report = read(levels(rows));
    assertEquals(
        List.of(
            "clock_skew levels.csv.gz, line 7: received 5.000 ms before the exchange sent it",
            "exchange_order levels.csv.gz, line 8: exchange time is 1.000 ms before the row's"
                + " before"),
        report.header().findings().stream().map(f -> f.kind() + " " + f.first()).toList());
    assertStrictRefuses(levels(rows), "clock_skew");
  }

  @Test
  void impossiblePricesAndSizesAreDropped() throws IOException {
    Path file =
        trades(
            RecordedCsv.trade(0, 100, "1", "buy", "100.5", "1"),
            RecordedCsv.trade(1, 101, "2", "buy", "-1", "1"),
            RecordedCsv.trade(2, 102, "3", "buy", "nan", "1"),
            RecordedCsv.trade(3, 103, "4", "buy", "100.5", "0"),
            RecordedCsv.trade(4, 104, "5", "sell", "100.5", "-2"),
            RecordedCsv.trade(5, 105, "6", "sell", "inf", "2"),
            RecordedCsv.trade(6, 106, "7", "sell", "100.4", ""));
    ImportReport report = read(file);
    assertEquals(
        List.of("bad_price 3 trades.csv, line 3", "bad_size 3 trades.csv, line 5"),
        report.header().findings().stream()
            .map(f -> f.kind() + " " + f.count() + " " + f.first())
            .toList());
    assertEquals(List.of(new ImportReport.Rows("trades", 7, 1, 6)), report.tables());
    assertStrictRefuses(file, "bad_price");
  }

  @Test
  void tradesOfUnknownSideStay() throws IOException {
    ImportReport report = read(trades(RecordedCsv.trade(0, 100, "1", "unknown", "100.5", "1")));
    assertEquals("unknown_side", only(report).kind());
    try (Tape read = Tape.open(tape())) {
      assertEquals(0, read.trades().takerSign(0));
    }
  }

  @Test
  void valuesOffAGivenGridAreRoundedAndCounted() throws IOException {
    Path file =
        trades(
            RecordedCsv.trade(0, 100, "1", "buy", "100.5", "1"),
            RecordedCsv.trade(1, 101, "2", "buy", "100.7", "1.5"));
    ImportOptions halves = new ImportOptions(false, 5, 0.5, 0.5);
    ImportReport report = Importer.run(List.of(file), tape(), halves, ImportProgress.NONE);
    assertEquals("off_grid", only(report).kind());
    try (Tape read = Tape.open(tape())) {
      assertArrayEquals(
          new int[] {201, 201}, new int[] {read.trades().price(0), read.trades().price(1)});
      assertEquals(3, read.trades().size(1));
    }
    Files.delete(tape());
    InputException error =
        assertThrows(
            InputException.class,
            () -> Importer.run(List.of(file), tape(), halves.strictly(), ImportProgress.NONE));
    assertTrue(error.getMessage().contains("off_grid"), error.getMessage());
  }

  @Test
  void levelUpdatesWinOverSnapshots() throws IOException {
    Path snapshots =
        RecordedCsv.write(
            folder.resolve("snapshots.csv"),
            "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,"
                + "bids[0].price,bids[0].amount",
            List.of("venue,COIN,1700000000000000,1700000000000100,101,1,100,1"));
    ImportReport report = read(levels(RecordedCsv.cleanLevels(5)), snapshots);
    assertEquals("snapshots_unused", only(report).kind());
    assertEquals(25, report.header().depth());
    assertEquals(1, read(snapshots).header().depth());
  }

  @Test
  void filesOfSeveralDaysAndKindsMakeOneTape() throws IOException {
    List<String> rows = RecordedCsv.cleanLevels(40);
    Path late =
        RecordedCsv.write(folder.resolve("a.csv"), RecordedCsv.LEVELS, rows.subList(20, 43));
    Path early =
        RecordedCsv.write(folder.resolve("b.csv"), RecordedCsv.LEVELS, rows.subList(0, 20));
    ImportReport report =
        read(late, trades(RecordedCsv.trade(5, 105, "1", "buy", "100.6", "1")), early);
    assertEquals(List.of(), report.header().findings());
    try (Tape read = Tape.open(tape())) {
      assertEquals(43, read.levels().rows());
      assertTrue(read.levels().snapshot(0));
      assertEquals(1, read.trades().rows());
    }
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    Path file = levels(RecordedCsv.cleanLevels(300));
    read(file);
    byte[] first = Files.readAllBytes(tape());
    read(file);
    assertArrayEquals(first, Files.readAllBytes(tape()));
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    Path file = levels(RecordedCsv.cleanLevels(300));
    assertThrows(
        CancellationException.class,
        () ->
            Importer.run(
                List.of(file),
                tape(),
                ImportOptions.usual(),
                (phase, rows) -> !phase.startsWith("writing")));
    assertNothingLeft();
  }
}
