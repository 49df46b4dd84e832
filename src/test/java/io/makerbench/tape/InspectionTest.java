package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
  private static final long MILLI = 1_000_000;

  @TempDir Path folder;

  private Inspection inspect() {
    Path path = folder.resolve("a.tape");
    try (TapeWriter writer = new TapeWriter(path)) {
      BookStatesWriter states = new BookStatesWriter(writer, 1);
      TradesWriter trades = new TradesWriter(writer);
      int[] spreads = {1, 1, 2, 1, 0, 1, 1, 1, 1, 12};
      for (int i = 0; i < spreads.length; i++) {
        states.bidPrices[0] = 100;
        states.bidSizes[0] = 1;
        states.askPrices[0] = 100 + spreads[i];
        states.askSizes[0] = 1;
        states.write(i * 1000 * MILLI, (i * 1000 + i + 1) * MILLI, 0);
      }
      states.askSizes[0] = 0;
      states.write(9000 * MILLI, 9020 * MILLI, 0);
      trades.write(9990 * MILLI, 10_000 * MILLI, 1, 100, 1);
      writer.finish(
          new Instrument("venue", "COIN", 0.1, 0.001),
          List.of(new TapeHeader.Source("book.csv.gz", "book_snapshot_1", 11, 5, "ab")),
          1,
          List.of(new TapeHeader.Finding("gap", "states", 2, "book.csv.gz, line 5", "kept")));
    }
    try (Tape tape = Tape.open(path)) {
      return Inspection.of(tape);
    }
  }

  @Test
  void reckonsSpanSpreadAndLatency() {
    Inspection inspection = inspect();
    assertEquals(MILLI, inspection.startNs());
    assertEquals(10_000 * MILLI, inspection.endNs());
    assertEquals(new Inspection.Spread(2.1, 1, 12, 12), inspection.spread());
    assertEquals(1, inspection.locked());
    assertEquals(0, inspection.crossed());
    assertEquals(
        List.of(
            new Inspection.Latency("states", 1, 6, 10, 20, 20),
            new Inspection.Latency("trades", 10, 10, 10, 10, 10)),
        inspection.latencies());
  }

  @Test
  void saysItInWords() {
    String text = inspect().text();
    for (String part :
        List.of(
            "venue COIN",
            "from 1970-01-01T00:00:00.001Z to 1970-01-01T00:00:10Z (9.999 s",
            "price step 0.1, size step 0.001",
            "trades",
            "mean 2.100, median 1, 99 % 12, most 12; crossed 0, locked 1",
            "book.csv.gz (book_snapshot_1, 11 rows)",
            "finding gap in states: 2, first in book.csv.gz, line 5; kept")) {
      assertTrue(text.contains(part), text);
    }
  }
}
