package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The genuine column layout of every kind of recording, as its recorder ships it. */
class FixtureImportTest {
  @TempDir Path folder;

  private ImportReport read(String fixture) {
    return Importer.run(
        List.of(RecordedData.require("tardis-fixtures/" + fixture)),
        tape(),
        ImportOptions.usual(),
        ImportProgress.NONE);
  }

  private Path tape() {
    return folder.resolve("fixture.tape");
  }

  private static List<String> kinds(ImportReport report) {
    return report.header().findings().stream().map(TapeHeader.Finding::kind).toList();
  }

  @Test
  void snapshotsOf25Levels() {
    ImportReport report = read("binance-futures_book_snapshot_25_BTCUSDT.csv");
    assertEquals(List.of(new ImportReport.Rows("states", 10, 10, 0)), report.tables());
    assertEquals(List.of(), kinds(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(new Instrument("binance-futures", "BTCUSDT", 0.01, 0.001), tape.instrument());
      BookStates states = tape.states();
      assertEquals(25, states.depth());
      assertEquals(1598918403696000000L, states.exchangeTime(0));
      assertEquals(1598918403810979000L, states.localTime(0));
      assertEquals(1165708, states.askPrice(0, 0));
      assertEquals(1714, states.askSize(0, 0));
      assertEquals(1165707, states.bidPrice(0, 0));
      assertEquals(10896, states.bidSize(0, 0));
      assertEquals(1165829, states.askPrice(0, 9));
      assertEquals(0, states.firstChanged(5));
    }
  }

  @Test
  void snapshotsOf5Levels() {
    assertEquals(5, read("binance-futures_book_snapshot_5_BTCUSDT.csv").header().depth());
  }

  @Test
  void trades() {
    ImportReport report = read("bitmex_trades_XBTUSD.csv");
    assertEquals(List.of(), kinds(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(10, tape.trades().rows());
      assertEquals(-1, tape.trades().takerSign(0));
      assertEquals(8531.5, tape.instrument().price(tape.trades().price(0)));
      assertEquals(2152, tape.instrument().size(tape.trades().size(0)));
      assertEquals(0, tape.states().rows());
    }
  }

  @Test
  void timesInNanosecondsAreRecognisedAndSaid() {
    ImportReport report = read("trades_1.csv");
    assertEquals(List.of("time_unit"), kinds(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(1583020803145000000L, tape.trades().exchangeTime(0));
    }
    assertEquals(List.of("time_unit"), kinds(read("deltas_1.csv")));
  }

  @Test
  void levelUpdatesThatOnlyHoldASnapshot() {
    ImportReport report = read("deribit_incremental_book_L2_BTC-PERPETUAL.csv");
    assertEquals(15, report.tables().getFirst().written());
    try (Tape tape = Tape.open(tape())) {
      assertEquals(15, tape.levels().rows());
      assertEquals(6421.5, tape.instrument().price(tape.levels().price(0)));
      assertTrue(tape.levels().snapshot(0));
      assertTrue(tape.states().askPrice(0, 0) > tape.states().bidPrice(0, 0));
    }
  }

  @Test
  void aSnapshotAmongUpdatesClearsTheBook() {
    read("deltas_with_snapshot.csv");
    try (Tape tape = Tape.open(tape())) {
      BookStates states = tape.states();
      // The removal of an absent level changes nothing; the second snapshot drops what was before.
      assertEquals(6, states.rows());
      assertEquals(50000, states.bidPrice(0, 0));
      assertEquals(49999, states.bidPrice(1, 1));
      assertEquals(1, states.firstChanged(1));
      assertEquals(50100, states.bidPrice(3, 0));
      assertEquals(0, states.firstChanged(3));
      assertEquals(0, states.bidSize(3, 1));
    }
  }

  @Test
  void quotes() {
    ImportReport report = read("huobi-dm-swap_quotes_BTC-USD.csv");
    assertEquals(List.of(), kinds(report));
    try (Tape tape = Tape.open(tape())) {
      assertEquals(8629.3, tape.instrument().price(tape.quotes().askPrice(0)), 1e-9);
      assertEquals(806, tape.instrument().size(tape.quotes().bidSize(0)));
    }
  }

  @Test
  void derivativeTicker() {
    read("derivative_ticker_1.csv");
    try (Tape tape = Tape.open(tape())) {
      Ticker ticker = tape.ticker();
      assertEquals(1583020800000000000L, ticker.fundingTime(0));
      assertEquals(0.0001, ticker.fundingRate(0));
      assertEquals(0.00018, ticker.predictedFundingRate(1));
      assertEquals(1000500, ticker.openInterest(1));
      assertEquals(9501, ticker.lastPrice(1));
      assertEquals(9500.5, ticker.indexPrice(1));
      assertEquals(9500.75, ticker.markPrice(1));
    }
  }

  @Test
  void aKindThatIsNotKnownIsRefused() {
    Path foreign = RecordedData.require("tardis-fixtures/options_chain.csv");
    InputException error =
        assertThrows(
            InputException.class,
            () ->
                Importer.run(List.of(foreign), tape(), ImportOptions.usual(), ImportProgress.NONE));
    assertTrue(error.getMessage().contains("options_chain.csv, line 1"), error.getMessage());
    assertFalse(Files.exists(tape()));
  }
}
