package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw recordings of Binance beside the Tardis recordings of the same time. */
class BinanceRealTest {
  /** What was added to the local times of 2024 when the Tardis files were made, ns. */
  private static final long OFFSET_OF_2024 = 1_273_065_000L;

  private static final long NS_PER_MICRO = 1000;

  @TempDir Path folder;

  private static List<Path> raw(String... names) {
    return Stream.of(names).map(name -> RecordedData.require("raw-binance").resolve(name)).toList();
  }

  private Path tardis(LocalDate... days) {
    List<Path> files =
        new Recordings(RecordedData.require("tardis"))
            .filesOf("binance-futures", "BTCUSDT", Set.of(days));
    Path tape = folder.resolve("tardis.tape");
    Importer.run(files, tape, ImportOptions.usual(), ImportProgress.NONE);
    return tape;
  }

  private static List<String> findings(ImportReport report) {
    return report.header().findings().stream()
        .map(f -> f.kind() + " " + f.table() + " " + f.count())
        .toList();
  }

  @Test
  void afterEveryUpdateOf2024TheBookIsThatOfTardisAndTheQuotes() {
    try (Tape tape = Tape.open(tardis(LocalDate.of(2024, 8, 8)))) {
      BinanceAgreement found =
          new BinanceCheck(raw("usdm_btcusdt_20240808.gz"), List.of()).agreement(tape);
      assertEquals(new BinanceAgreement(6548, 6548, "", 6547, 6547, 6547, 6536), found);
    }
  }

  @Test
  void twoFilesOf2023ContinueEachOther() {
    try (Tape tape = Tape.open(tardis(LocalDate.of(2023, 4, 4), LocalDate.of(2023, 4, 5)))) {
      List<Path> files = raw("usdm_btcusdt_20230405.dat.gz", "usdm_btcusdt_20230404.dat.gz");
      BinanceAgreement found = new BinanceCheck(files, List.of()).agreement(tape);
      assertEquals(new BinanceAgreement(16_112, 16_112, "", 16_110, 16_110, 16_110, 16_104), found);
    }
  }

  @Test
  void theCommandFindsWhatBelongsTogether() {
    List<Path> files = new ArrayList<>(raw("usdm_btcusdt_20240808.gz"));
    files.addAll(raw("usdm_btcusdt_20230404.dat.gz", "usdm_btcusdt_20230405.dat.gz"));
    Path tardis = RecordedData.require("tardis");
    for (String day : List.of("2023-04-04", "2023-04-05", "2024-08-08")) {
      for (String type : List.of("incremental_book_L2", "quotes")) {
        files.add(tardis.resolve("binance-futures_" + type + "_" + day + "_BTCUSDT.csv.gz"));
      }
    }
    List<Verification> checks =
        Verification.of(files).stream().filter(BinanceCheck.class::isInstance).toList();
    assertEquals(
        List.of(4 + 2, 2 + 1), checks.stream().map(check -> check.files().size()).toList());
    Verdict verdict = checks.getLast().run();
    assertEquals(0, verdict.mismatches());
    assertEquals(6548, verdict.figures().getFirst().value());
    assertEquals(1, verdict.figures().get(3).value());
  }

  @Test
  void withTheOffsetTheTapesAreTheSame() {
    Path out = folder.resolve("raw.tape");
    ImportOptions corrected = ImportOptions.usual().withClockOffset(OFFSET_OF_2024);
    ImportReport report =
        Importer.run(raw("usdm_btcusdt_20240808.gz"), out, corrected, ImportProgress.NONE);
    assertEquals(
        List.of(
            new ImportReport.Rows("levels", 445_262, 445_262, 0),
            new ImportReport.Rows("quotes", 66_089, 66_089, 0),
            new ImportReport.Rows("trades", 21_313, 21_313, 0)),
        report.tables());
    try (Tape raw = Tape.open(out);
        Tape tardis = Tape.open(tardis(LocalDate.of(2024, 8, 8)))) {
      assertEquals(tardis.instrument(), raw.instrument());
      Levels levels = raw.levels();
      Levels theirs = tardis.levels();
      assertEquals(theirs.rows(), levels.rows());
      for (long row = 0; row < levels.rows(); row++) {
        assertEquals(theirs.exchangeTime(row), levels.exchangeTime(row));
        long early = levels.localTime(row) - theirs.localTime(row);
        assertTrue(early >= 0 && early < NS_PER_MICRO, "row " + row + ": " + early);
        assertEquals(theirs.price(row), levels.price(row));
        assertEquals(theirs.size(row), levels.size(row));
        assertEquals(theirs.side(row), levels.side(row));
        assertEquals(theirs.snapshotBegins(row), levels.snapshotBegins(row));
      }
      assertEquals(tardis.states().rows(), raw.states().rows());
    }
  }

  @Test
  void theClockThatRanEarlyIsFoundAndLeftAlone() {
    Path out = folder.resolve("raw.tape");
    ImportReport report =
        Importer.run(
            raw("usdm_btcusdt_20240808.gz"), out, ImportOptions.usual(), ImportProgress.NONE);
    assertEquals(
        List.of(
            "before_snapshot levels 4",
            "clock_skew levels 445262",
            "clock_skew quotes 66089",
            "clock_skew trades 21313"),
        findings(report));
    assertTrue(
        report.header().findings().get(1).first().endsWith(", at most 1272.423 ms"),
        () -> "" + report.header().findings());
  }

  @Test
  void twoFilesWithMarkPrices() {
    Path out = folder.resolve("raw.tape");
    ImportReport report =
        Importer.run(
            raw("usdm_btcusdt_20230405.dat.gz", "usdm_btcusdt_20230404.dat.gz"),
            out,
            ImportOptions.usual(),
            ImportProgress.NONE);
    assertTrue(findings(report).contains("not_of_the_book trades 1"), () -> "" + findings(report));
    assertEquals(
        List.of("levels 324682", "quotes 44205", "ticker 514", "trades 12934"),
        report.tables().stream().map(rows -> rows.table() + " " + rows.written()).toList());
    try (Tape tape = Tape.open(out)) {
      assertEquals(0.00002754, tape.ticker().fundingRate(0));
      assertEquals(28147.27373413, tape.ticker().markPrice(0));
      assertEquals(28159.75642857, tape.ticker().indexPrice(0));
      assertEquals(1680652701000000000L, tape.ticker().exchangeTime(0));
    }
  }
}
