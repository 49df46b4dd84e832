package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of real venues, whose properties were counted by other means. */
class RealImportTest {
  @TempDir Path folder;

  private Path tape() {
    return folder.resolve("real.tape");
  }

  private ImportReport read(String market, String product, LocalDate... days) {
    List<Path> files =
        new Recordings(RecordedData.require("tardis")).filesOf(market, product, Set.of(days));
    return Importer.run(files, tape(), ImportOptions.usual(), ImportProgress.NONE);
  }

  private static List<String> findings(ImportReport report) {
    return report.header().findings().stream()
        .map(f -> f.kind() + " " + f.table() + " " + f.count())
        .toList();
  }

  @Test
  void binanceFuturesHasItsRowsAndOneRepeatedQuote() {
    ImportReport report = read("binance-futures", "BTCUSDT", LocalDate.of(2024, 8, 8));
    assertEquals(
        List.of(
            new ImportReport.Rows("levels", 445_262, 445_262, 0),
            new ImportReport.Rows("quotes", 66_089, 66_088, 1),
            new ImportReport.Rows("trades", 21_313, 21_313, 0)),
        report.tables());
    assertEquals(List.of("duplicate quotes 1"), findings(report));
    assertEquals(
        new Instrument("binance-futures", "BTCUSDT", 0.1, 0.001), report.header().instrument());
    try (Tape tape = Tape.open(tape())) {
      Inspection inspection = Inspection.of(tape);
      assertEquals(0, inspection.crossed() + inspection.locked());
      assertEquals(1, inspection.spread().median());
      assertEquals(344, (inspection.endNs() - inspection.startNs()) / 1_000_000_000L);
      assertAgreesWithQuotes(tape);
    }
  }

  /**
   * The venue publishes its best quotes on a stream of their own. The book that level updates build
   * must show the same prices as the last quote made no later than the book.
   */
  private static void assertAgreesWithQuotes(Tape tape) {
    BookStates states = tape.states();
    Quotes quotes = tape.quotes();
    long agreeing = 0;
    long compared = 0;
    long quote = 0;
    for (long row = 0; row < states.rows(); row++) {
      while (quote + 1 < quotes.rows()
          && quotes.exchangeTime(quote + 1) <= states.exchangeTime(row)) {
        quote++;
      }
      if (quotes.exchangeTime(quote) <= states.exchangeTime(row)) {
        compared++;
        boolean same =
            quotes.bidPrice(quote) == states.bidPrice(row, 0)
                && quotes.askPrice(quote) == states.askPrice(row, 0);
        agreeing += same ? 1 : 0;
      }
    }
    assertTrue(agreeing > 0.99 * compared, agreeing + " of " + compared);
  }

  @Test
  void twoDaysOfLevelUpdatesWithTickers() {
    ImportReport report =
        read("binance-futures", "BTCUSDT", LocalDate.of(2023, 4, 4), LocalDate.of(2023, 4, 5));
    assertEquals(List.of("exchange_order levels 1", "clock_skew levels 13"), findings(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(514, tape.ticker().rows());
      assertEquals(0.00002754, tape.ticker().fundingRate(0));
      assertTrue(Double.isNaN(tape.ticker().openInterest(0)));
      assertEquals(68_278 + 260_501, tape.levels().rows());
    }
  }

  @Test
  void gapsOfABookOfSnapshots() {
    ImportReport report = read("hyperliquid", "ETH", LocalDate.of(2025, 12, 10));
    TapeHeader.Finding gap = report.header().findings().getFirst();
    assertEquals(List.of("gap states 2", "unchanged_book states 1"), findings(report));
    assertTrue(gap.first().contains("line 548: 242.981 s"), gap.first());
    try (Tape tape = Tape.open(tape())) {
      assertEquals(2081, tape.states().rows());
      assertEquals(6385, tape.trades().rows());
    }
  }

  @Test
  void theDefectsOfTheLongRecordingByName() {
    ImportReport report =
        read(
            "standx",
            "BTC-USD",
            LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 1, 6),
            LocalDate.of(2026, 1, 7));
    assertEquals(
        List.of(
            "unsorted trades 363",
            "unchanged_book states 84191",
            "locked states 245878",
            "pause states 4837",
            "gap states 1",
            "unknown_side trades 306657",
            "trade_without_id trades 306657",
            "finer_than_book trades 192288",
            "exchange_order trades 368"),
        findings(report));
    assertEquals(528_904, report.tables().getFirst().written());
    TapeHeader.Finding pause = report.header().findings().get(3);
    assertTrue(pause.first().endsWith("mean 6.866 s, at most 26.465 s"), pause.first());
    TapeHeader.Finding gap = report.header().findings().get(4);
    assertTrue(gap.first().endsWith("line 212714: 107.889 s without a row"), gap.first());
  }

  @Test
  void aVenueWhosePricesHaveEightDecimalsInTheFile() {
    ImportReport report = read("binance", "BTCUSDT", LocalDate.of(2024, 8, 8));
    assertEquals(0.01, report.header().instrument().priceStep());
    assertEquals(126_073, report.tables().getFirst().written());
  }
}
