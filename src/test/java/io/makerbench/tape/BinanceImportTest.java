package io.makerbench.tape;

import static io.makerbench.tape.RecordedMessages.line;
import static io.makerbench.tape.RecordedMessages.quote;
import static io.makerbench.tape.RecordedMessages.snapshot;
import static io.makerbench.tape.RecordedMessages.trade;
import static io.makerbench.tape.RecordedMessages.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw messages of Binance: how snapshots and updates are joined, and what is refused. */
class BinanceImportTest {
  @TempDir Path folder;

  private Path raw(String... lines) throws IOException {
    return RecordedMessages.write(folder.resolve("raw.gz"), List.of(lines));
  }

  private Path tape() {
    return folder.resolve("out").resolve("a.tape");
  }

  private ImportReport read(Path... files) {
    return Importer.run(List.of(files), tape(), ImportOptions.usual(), ImportProgress.NONE);
  }

  private ImportReport read(String... lines) throws IOException {
    return read(raw(lines));
  }

  private static List<String> findings(ImportReport report) {
    return report.header().findings().stream()
        .map(f -> f.kind() + " " + f.count() + " " + f.first())
        .toList();
  }

  /** Level rows as {@code ms:price×size}, ★ before the first row of a snapshot. */
  private List<String> levels() {
    List<String> rows = new ArrayList<>();
    try (Tape tape = Tape.open(tape())) {
      Levels levels = tape.levels();
      for (long row = 0; row < levels.rows(); row++) {
        rows.add(
            (levels.snapshotBegins(row) ? "★" : "")
                + (levels.localTime(row) / 1_000_000 - RecordedMessages.START)
                + ":"
                + tape.instrument().price(levels.price(row))
                + "×"
                + levels.size(row));
      }
    }
    return rows;
  }

  @Test
  void updatesOlderThanTheSnapshotAreInItAndThoseAroundItFollow() throws IOException {
    ImportReport report =
        read(
            update(10, 90, 91, 100, "99.0", 1),
            update(20, 100, 101, 110, "98.0", 2),
            update(30, 110, 111, 120, "97.0", 3),
            snapshot(40, 115, 7),
            update(50, 120, 125, 130, "96.0", 4));
    assertEquals(List.of("before_snapshot 2 raw.gz, line 1"), findings(report));
    assertEquals(List.of("★40:100.0×7", "40:101.0×5", "40:97.0×3", "50:96.0×4"), levels());
    assertEquals("binance-futures", report.header().instrument().exchange());
    assertEquals("COIN", report.header().instrument().symbol());
  }

  @Test
  void aMissingUpdateIsAGapUntilTheNextSnapshot() throws IOException {
    ImportReport report =
        read(
            snapshot(10, 100, 7),
            update(20, 95, 96, 105, "99.0", 1),
            update(30, 107, 108, 110, "98.0", 2),
            update(40, 110, 111, 120, "97.0", 3),
            snapshot(50, 115, 8),
            update(60, 120, 121, 130, "96.0", 4));
    assertEquals(
        List.of(
            "sequence_gap 1 raw.gz, line 3: it follows update 107, but the last one known is 105",
            "before_snapshot 1 raw.gz, line 3"),
        findings(report));
    assertEquals(
        List.of(
            "★10:100.0×7",
            "10:101.0×5",
            "20:99.0×1",
            "★50:100.0×8",
            "50:101.0×5",
            "50:97.0×3",
            "60:96.0×4"),
        levels());
    assertStrictRefuses(
        "sequence_gap", raw(snapshot(10, 100, 7), update(20, 101, 102, 105, "9", 1)));
  }

  private void assertStrictRefuses(String kind, Path file) {
    InputException error =
        assertThrows(
            InputException.class,
            () ->
                Importer.run(
                    List.of(file), tape(), ImportOptions.usual().strictly(), ImportProgress.NONE));
    assertTrue(error.getMessage().contains(kind), error.getMessage());
  }

  @Test
  void updatesThatReachNoSnapshotAreDropped() throws IOException {
    ImportReport report =
        read(
            update(10, 90, 91, 100, "99.0", 1),
            update(20, 100, 101, 110, "98.0", 2),
            quote(30, 110, "99.5", "101.0"));
    assertEquals(List.of("without_snapshot 2 raw.gz, line 1"), findings(report));
    assertEquals(List.of(), levels());
  }

  @Test
  void aSnapshotFromBeforeTheUpdatesKeptIsNotUsed() throws IOException {
    ImportReport report =
        read(update(10, 90, 91, 100, "99.0", 1), snapshot(20, 80, 7), snapshot(30, 95, 8));
    assertEquals(List.of("stale_snapshot 1 raw.gz, line 2"), findings(report));
    assertEquals(List.of("★30:100.0×8", "30:101.0×5", "30:99.0×1"), levels());
  }

  @Test
  void aSecondSnapshotRebuildsTheBookEvenRightAfterTheFirst() throws IOException {
    ImportReport report =
        read(
            snapshot(10, 100, 7),
            snapshot(20, 100, 8),
            update(30, 100, 101, 110, "99.0", 1),
            snapshot(40, 105, 9));
    assertEquals(
        List.of(
            "exchange_order 1 raw.gz, line 4: exchange time is 14.000 ms before the row's before"),
        findings(report));
    assertEquals(
        List.of(
            "★10:100.0×7",
            "10:101.0×5",
            "★20:100.0×8",
            "20:101.0×5",
            "30:99.0×1",
            "★40:100.0×9",
            "40:101.0×5",
            "40:99.0×1"),
        levels());
  }

  @Test
  void filesContinueEachOtherByTheirTimes() throws IOException {
    Path second =
        RecordedMessages.write(
            folder.resolve("a.gz"), List.of(update(30, 110, 111, 120, "98.0", 2)));
    Path first =
        RecordedMessages.write(
            folder.resolve("b.txt"),
            List.of(snapshot(10, 100, 7), update(20, 95, 96, 110, "99.0", 1)));
    ImportReport report = read(second, first);
    assertEquals(List.of(), findings(report));
    assertEquals(4, report.tables().getFirst().written());
    assertEquals("b.txt", report.header().sources().getFirst().file());
    assertEquals(List.of("without_snapshot 1 a.gz, line 1"), findings(read(second)));
  }

  @Test
  void tradesOfTheInsuranceFundAreDroppedAndOtherMessagesPassedOver() throws IOException {
    ImportReport report =
        read(
            trade(10, 1, "MARKET", true),
            trade(20, 2, "INSURANCE_FUND", true),
            trade(30, 3, "MARKET", false),
            trade(30, 3, "MARKET", false),
            line(40, "{\"result\":null,\"id\":1}"),
            line(50, "{\"e\":\"forceOrder\",\"o\":{\"s\":\"X\",\"q\":[1,{\"p\":2}]}}"));
    assertEquals(
        List.of(
            "not_of_the_book 1 raw.gz, line 2: X is INSURANCE_FUND",
            "other_message 2 raw.gz, line 5",
            "duplicate 1 raw.gz, line 4"),
        findings(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(2, tape.trades().rows());
      assertEquals(-1, tape.trades().takerSign(0));
      assertEquals(1, tape.trades().takerSign(1));
      assertEquals(25, tape.trades().size(0));
      assertEquals((RecordedMessages.START + 8) * 1_000_000, tape.trades().exchangeTime(0));
    }
  }

  @Test
  void aClockThatRunsEarlyIsToldAndCorrectedOnRequest() throws IOException {
    String early = trade(10, 1, "MARKET", true).replace("1700000000010", "1699999998010");
    Path file = raw(early, trade(20, 2, "MARKET", true));
    assertEquals(
        List.of("clock_skew 1 raw.gz, line 1: received 1998.000 ms before the exchange sent it"),
        findings(read(file)));
    ImportOptions corrected = ImportOptions.usual().withClockOffset(2_000_000_000L);
    ImportReport report = Importer.run(List.of(file), tape(), corrected, ImportProgress.NONE);
    assertEquals(List.of("clock_offset 1 raw.gz: 2000.0 ms"), findings(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals((RecordedMessages.START + 10) * 1_000_000, tape.trades().localTime(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1700000000020000000 {\"e\":\"trade\",",
        "1700000000020000000 {\"e\":\"trade\"}} more",
        "1700000000020000000 {\"e\":\"trade\",\"s\":\"OTHER\"}",
        "1700000000020000000 {\"e\":\"trade\",\"s\":\"COIN\",\"t\":\"x\"}",
        "1700000000020000000 {\"e\":\"trade\",\"t\":1,\"m\":true,\"p\":\"1\",\"q\":\"1\"}",
        "1700000000020000000 {\"e\":\"trade\",\"t\":1,\"m\":true,\"T\":99,\"p\":\"1\",\"q\":\"1\"}",
        "1700000000020000000 {\"e\":\"trade\",\"t\":1,\"m\":1,\"T\":1700000000020,\"p\":\"1\"}",
        "1700000000020000000 {\"e\":\"trade\",\"p\":\"one\"}",
        "1700000000020000000 {\"e\":\"depthUpdate\",\"E\":1700000000020,\"U\":1,\"u\":2}",
        "1700000000020000000 {\"b\":[[\"1\"]]}",
        "1700000000020000000 {\"b\":[1]}",
        "1700000000020000000 [1]",
        "1700000000020000000",
        "17000 {}",
        "text"
      })
  void aDamagedLineIsNamed(String damaged) throws IOException {
    Path file = raw(trade(10, 1, "MARKET", true), damaged);
    InputException error = assertThrows(InputException.class, () -> read(file));
    assertTrue(error.getMessage().startsWith(file + ", line 2"), () -> error.getMessage());
  }

  @Test
  void rawAndOtherRecordingsAreImportedApart() throws IOException {
    Path other =
        RecordedCsv.write(
            folder.resolve("levels.csv"), RecordedCsv.LEVELS, RecordedCsv.cleanLevels(3));
    Path file = raw(trade(10, 1, "MARKET", true));
    InputException error = assertThrows(InputException.class, () -> read(file, other));
    assertTrue(error.getMessage().contains("levels.csv is no raw"), error.getMessage());
  }
}
