package io.makerbench.tape;

import static io.makerbench.tape.RecordedCsv.level;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapePreviewTest {
  private static final double CLOSE = 1e-9;

  @TempDir Path folder;
  private Path tape;

  /** Four books over a second and a half; the last comes after a second without any. */
  @BeforeEach
  void fourBooks() throws IOException {
    Path file =
        RecordedCsv.write(
            folder.resolve("levels.csv"),
            RecordedCsv.LEVELS,
            List.of(
                level(0, 0, true, "bid", "100.0", "2"),
                level(0, 0, true, "ask", "100.2", "3"),
                level(200_000, 200_000, false, "ask", "100.1", "1"),
                level(400_000, 400_000, false, "bid", "99.8", "5"),
                level(1_500_000, 1_500_000, false, "bid", "100.0", "0")));
    tape = folder.resolve("tape");
    Importer.run(List.of(file), tape, ImportOptions.usual(), ImportProgress.NONE);
  }

  private TapePreview preview(int parts) {
    try (Tape opened = Tape.open(tape)) {
      return TapePreview.of(opened, parts, () -> true);
    }
  }

  @Test
  void cutsTheTimeIntoEqualParts() {
    TapePreview preview = preview(3);
    assertEquals(3, preview.parts());
    assertEquals(0, preview.partAt(preview.seconds(0) - 5));
    assertEquals(1, preview.partAt(preview.seconds(1) + 0.1));
    assertEquals(2, preview.partAt(preview.seconds(2) + 50));
  }

  @Test
  void reckonsPricesAndSpreadsOfEachPart() {
    TapePreview preview = preview(3);
    // mids 100.1, 100.05, 100.05 in the first half second, (99.8 + 100.1) / 2 at the end
    double[] mids = {(100.1 + 100.05 + 100.05) / 3, Double.NaN, 99.95};
    assertArrayEquals(mids, preview.mid(), CLOSE);
    assertArrayEquals(new double[] {100.05, Double.NaN, 99.95}, preview.low(), CLOSE);
    assertArrayEquals(new double[] {100.1, Double.NaN, 99.95}, preview.high(), CLOSE);
    assertArrayEquals(new double[] {0.4 / 3, Double.NaN, 0.3}, preview.spread(), CLOSE);
    assertArrayEquals(new double[] {0.2, Double.NaN, 0.3}, preview.widest(), CLOSE);
  }

  @Test
  void countsRowsASecond() {
    double part = preview(3).partNs() / 1e9;
    double[] rate = preview(3).rates().get("levels");
    assertEquals(4 / part, rate[0], CLOSE);
    assertEquals(0, rate[1]);
    assertEquals(List.of("levels", "states"), List.copyOf(preview(3).rates().keySet()));
  }

  @Test
  void showsTheLastBookOfEachPart() {
    TapePreview preview = preview(3);
    BookGlimpses books = preview.book();
    assertEquals(1000, books.bidPrice(1, 0), "nothing happened: the book before still stands");
    assertEquals(2, books.bidSize(0, 0));
    assertEquals(998, books.bidPrice(2, 0));
    assertEquals(1001, books.askPrice(2, 0));
    assertEquals(3, books.askSize(2, 1));
  }

  @Test
  void endsWhenNobodyLooks() {
    try (Tape opened = Tape.open(tape)) {
      assertThrows(CancellationException.class, () -> TapePreview.of(opened, 3, () -> false));
    }
  }

  @Test
  void aTapeOfTradesHasPricesAndNoSpread() throws IOException {
    Path file =
        RecordedCsv.write(
            folder.resolve("trades.csv"),
            RecordedCsv.TRADES,
            List.of(
                RecordedCsv.trade(0, 10, "a", "buy", "10.5", "1"),
                RecordedCsv.trade(5, 20, "b", "sell", "10.3", "1")));
    tape = folder.resolve("trades");
    Importer.run(List.of(file), tape, ImportOptions.usual(), ImportProgress.NONE);
    TapePreview preview = preview(100);
    assertArrayEquals(new double[] {10.4}, preview.mid(), CLOSE);
    assertTrue(Double.isNaN(preview.spread()[0]));
    assertEquals(0, preview.book().depth());
  }

  @Test
  void summaryTellsSpanRowsAndClocks() {
    TapeSummary summary = TapeSummary.of(tape);
    assertEquals(RecordedCsv.START * 1000, summary.startNs());
    assertEquals(1_500_000_000L, summary.endNs() - summary.startNs());
    assertEquals(5 + 4, summary.rows());
    assertFalse(summary.twoClocks());
    assertTrue(summary.quality().clean());
  }
}
