package io.makerbench.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import io.makerbench.RecordedData;
import io.makerbench.book.OrderLatency;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fill that the field's reference engine gives its simple maker on a real recording. */
class ReferenceFillsTest {
  private static final long MILLI = 1_000_000;
  private static final VenueTerms TERMS =
      new VenueTerms(
          0.1,
          0.001,
          new OrderLatency(10 * MILLI, 10 * MILLI, 10 * MILLI, 10 * MILLI),
          VenueTerms.Execution.WHOLE,
          VenueTerms.TradeSize.SHARED,
          -0.5e-4,
          7e-4);

  @TempDir static Path folder;
  private static Path tapeFile = Path.of("absent");

  @BeforeAll
  static void read() {
    tapeFile = folder.resolve("btcusdt.tape");
    List<Path> files =
        new Recordings(RecordedData.require("tardis"))
            .filesOf("binance-futures", "BTCUSDT", Set.of(LocalDate.of(2024, 8, 8)));
    Importer.run(files, tapeFile, ImportOptions.usual(), ImportProgress.NONE);
  }

  @Test
  void makerOf100Millis() throws IOException {
    check(100, 3_447, 0, -22.629, -10.552516, 5_833, 5_471);
  }

  @Test
  void makerOf10Millis() throws IOException {
    check(10, 34_478, 10, -678.505, -29.094730, 49_868, 49_482);
  }

  private static void check(
      int millis, long wakeUps, long position, double cash, double fees, long sent, long cancels)
      throws IOException {
    Path published =
        RecordedData.require("reference-fills/BTCUSDT_2024-08-08_maker_" + millis + "ms.csv");
    try (Tape tape = Tape.open(tapeFile)) {
      assertEquals(480_776, tape.events().rows());
      MarketReplay market = new MarketReplay(tape, TERMS);
      long woken = new ReferenceMaker(10, 50).run(market, millis * MILLI);
      assertLinesMatch(Files.readAllLines(published), lines(market.fills()));
      assertEquals(position, market.account().position());
      assertEquals(cash, market.account().cash(), 5e-4);
      assertEquals(fees, market.account().fees(), 5e-7);
      assertEquals(sent, market.ordersSent());
      assertEquals(cancels, market.cancelsSent());
      assertEquals(wakeUps, woken);
    }
  }

  private static List<String> lines(Fills fills) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fills.count(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%d,%s,%d,%d",
              fills.order(i),
              fills.sign(i) > 0 ? "Buy" : "Sell",
              fills.price(i),
              fills.lots(i) / 1000.0,
              fills.requested(i),
              fills.executed(i)));
    }
    return lines;
  }
}
