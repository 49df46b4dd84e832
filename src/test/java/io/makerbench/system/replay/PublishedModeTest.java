package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.book.OrderLatency;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published mode against the published algorithm written out plainly, on random markets. */
class PublishedModeTest {
  private static final String RECORDING = "tardis/binance-futures_%s_2024-08-08_BTCUSDT.csv.gz";
  private static final int NOTHING_DECIDED = -2;
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyTickIsAsInThePublishedAlgorithm(long seed) {
    try (Tape tape = RandomTape.distinctTimes(seed, 500).write(folder)) {
      RandomStream random = RandomStream.named(seed, "decisions", 0);
      int[] actions = new int[500];
      for (int i = 0; i < actions.length; i++) {
        // Odd seeds leave ticks without a decision, where quotes not yet sent are tried again.
        boolean decides = i == 0 || seed % 2 == 0 || random.nextInt(3) == 0;
        actions[i] = decides ? random.nextInt(QuoteGrid.ACTIONS) : NOTHING_DECIDED;
      }
      compare(tape, actions);
    }
  }

  /** The baseline's quotes at the touch on a recorded day, and random ones. */
  @Test
  void aRecordingIsReplayedAsPublished() {
    List<Path> files =
        List.of(
            RecordedData.require(RECORDING.formatted("incremental_book_L2")),
            RecordedData.require(RECORDING.formatted("trades")));
    Path path = folder.resolve("recorded.tape");
    Importer.run(files, path, ImportOptions.usual(), ImportProgress.NONE);
    try (Tape tape = Tape.open(path)) {
      int rows = replayedRows(tape).length;
      int[] touch = new int[rows];
      Arrays.fill(touch, QuoteGrid.AT_THE_TOUCH);
      compare(tape, touch);
      RandomStream random = RandomStream.named(1, "decisions", 0);
      int[] any = new int[rows];
      Arrays.setAll(any, _ -> random.nextInt(QuoteGrid.ACTIONS));
      compare(tape, any);
    }
  }

  private static int[] replayedRows(Tape tape) {
    TickRows ticks = Scene.ticks(tape, Mode.PUBLISHED);
    return new MarketFeatures(tape.states(), 0.1, ticks, List.of(), Mode.PUBLISHED).rows().row();
  }

  private static void compare(Tape tape, int[] actions) {
    NaivePublished naive = new NaivePublished(tape.states(), replayedRows(tape));
    naive.run(actions);
    List<String> fills = new ArrayList<>();
    Simulation copy =
        new Simulation(
            new Stretch[] {Scene.stretch(tape, Mode.PUBLISHED)},
            Scene.terms(FillRule.TOUCH, Mode.PUBLISHED, new OrderLatency(10, 10, 10, 0), 0.2, 0.2),
            Scene.ALL_BLOCKS,
            Scene.TIMEOUT_SEC,
            (f, _) ->
                fills.add(
                    "%d %.1f %.3f"
                        .formatted(f.sign() > 0 ? 0 : 1, f.price() * 0.1, f.size() * 0.001)));
    float[] state = new float[17];
    double reward = copy.begin();
    for (int tick = 0; tick < naive.rewards.size(); tick++) {
      assertEquals(naive.rewards.get(tick), reward, 1e-9, "tick " + tick);
      if (copy.over()) {
        break;
      }
      copy.observe(state, 0);
      assertArrayEquals(naive.seen.get(tick), state, 2e-6f, "tick " + tick);
      if (actions[tick] != NOTHING_DECIDED) {
        copy.decide(actions[tick]);
      }
      reward = copy.advance();
    }
    assertTrue(copy.over());
    assertEquals(naive.fills, fills);
    assertEquals(naive.cash, copy.account.cash, 1e-8);
    assertTrue(fills.size() > 50, "only " + fills.size() + " fills");
  }
}
