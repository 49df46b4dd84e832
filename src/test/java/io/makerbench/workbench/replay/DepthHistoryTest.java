package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DepthHistoryTest {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 105;
  private static final int START = 10;

  /** A size set at a price, some time after the change before. */
  record Change(int after, int tick, int lots) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(LOWEST - 1, HIGHEST + 1),
            Arbitraries.integers().between(0, 4))
        .as(Change::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 200)
  void knowsTheBookAtEveryInstant(@ForAll("changes") List<Change> changes) {
    DepthHistory.Recorder recorder = new DepthHistory.Recorder(LOWEST, HIGHEST, START);
    int time = 0;
    for (Change change : changes) {
      time += change.after();
      recorder.put(time, change.tick(), change.lots());
    }
    DepthHistory history = recorder.finish();
    for (int instant = START; instant <= time; instant++) {
      for (int tick = LOWEST - 1; tick <= HIGHEST + 1; tick++) {
        assertEquals(book(changes, tick, instant), history.sizeAt(tick, instant));
      }
    }
  }

  /** The last size set at a price up to an instant, by going through all changes. */
  private static float book(List<Change> changes, int tick, int instant) {
    int time = 0;
    float lots = 0;
    for (Change change : changes) {
      time += change.after();
      if (time <= instant && change.tick() == tick) {
        lots = change.lots();
      }
    }
    return tick < LOWEST || tick > HIGHEST ? 0 : lots;
  }

  @Test
  void quantilesLeaveEmptyPricesOut() {
    DepthHistory.Recorder recorder = new DepthHistory.Recorder(0, 9, 0);
    for (int tick = 0; tick < 10; tick++) {
      recorder.put(1, tick, tick + 1);
      recorder.put(2, tick, 0);
    }
    DepthHistory history = recorder.finish();
    assertEquals(1, history.quantile(0));
    assertEquals(10, history.quantile(1));
  }
}
