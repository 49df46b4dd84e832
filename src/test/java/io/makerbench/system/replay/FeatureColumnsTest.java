package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureColumnsTest {
  private static final double STEP = 0.1;
  @TempDir Path folder;

  private static FeatureColumns compute(Tape tape, List<FeatureRecipe> recipes, Mode mode) {
    TickRows ticks = TickRows.between(tape.states(), 0, Long.MAX_VALUE, TestTape.DEPTH, mode);
    return FeatureColumns.compute(tape.states(), STEP, ticks, recipes, mode);
  }

  /** Against sums written out over each row's window, on a tape with repeated times. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void agreesWithANaiveComputation(Mode mode) {
    try (Tape tape = RandomTape.of(3, 700).write(folder)) {
      List<FeatureRecipe> recipes = PublishedFeatures.RECIPES;
      FeatureColumns columns = compute(tape, recipes, mode);
      NaiveFeatures naive = new NaiveFeatures(tape.states(), STEP, mode);
      double[][] expected = naive.complete(recipes);
      assertEquals(expected[0].length, columns.rows().count());
      assertTrue(columns.rows().count() > 400);
      for (int f = 0; f < recipes.size(); f++) {
        for (int i = 0; i < expected[f].length; i++) {
          // A score near 0 is a difference of nearly equal prices: judged on its own scale, 1.
          double scale = recipes.get(f).name() == FeatureRecipe.Kind.ZSCORE_TIME ? 1 : 0;
          double tolerance = 1e-9 * Math.max(scale, Math.abs(expected[f][i])) + 1e-18;
          assertEquals(
              expected[f][i],
              columns.values()[f][i],
              tolerance,
              recipes.get(f).label() + " at row " + i);
        }
      }
    }
  }

  @Test
  void handComputedBookFeatures() {
    TestTape book =
        new TestTape()
            .book(0, 1000, 1002, new long[] {1, 2, 3, 4, 5}, new long[] {5, 4, 3, 2, 6})
            .book(500, 1000, 1003, new long[] {1, 2, 3, 4, 5}, new long[] {5, 4, 3, 2, 6});
    try (Tape tape = book.write(folder)) {
      BookStates states = tape.states();
      BasePrices prices = new BasePrices(states, STEP, new int[] {0});
      List<FeatureRecipe> all = PublishedFeatures.RECIPES;
      FeatureColumns columns = compute(tape, all.subList(0, 5), Mode.CORRECTED);
      assertEquals(1, columns.rows().count());
      assertEquals(0.3, columns.values()[0][0], 1e-12);
      assertEquals((15 - 20) / 35.0, columns.values()[1][0], 1e-15);
      // vwap3 over bids 1000·1, 999·2, 998·3 and asks 1002·5, 1003·4, 1004·3.
      double vwap = (1000 + 1998 + 2994 + 5010 + 4012 + 3012) / 18.0 * STEP;
      assertEquals(vwap, prices.of(all.get(6))[0], 1e-12);
      double cross = (5000 + 3996 + 2994 + 1002 + 2006 + 3012) / 18.0 * STEP;
      assertEquals(cross, prices.of(all.get(2))[0], 1e-12);
    }
  }

  @Test
  void publishedRepeatsRowsOfEqualTimes() {
    TestTape tape = new TestTape().book(0, 1000, 1001).book(5, 1001, 1002).book(5, 1002, 1003);
    try (Tape written = tape.book(9, 1003, 1004).write(folder)) {
      List<FeatureRecipe> spread = PublishedFeatures.RECIPES.subList(0, 1);
      assertArrayEquals(
          new int[] {0, 1, 1, 2, 2, 3}, compute(written, spread, Mode.PUBLISHED).rows().row());
      assertArrayEquals(
          new int[] {0, 1, 2, 3}, compute(written, spread, Mode.CORRECTED).rows().row());
    }
  }

  @Test
  void windowsAreOpenOnTheLeft() {
    TestTape tape = new TestTape();
    for (int ms = 0; ms <= 600; ms += 50) {
      tape.book(ms, 1000 + ms / 50, 1001 + ms / 50);
    }
    FeatureRecipe volatility = PublishedFeatures.RECIPES.get(5); // 100 ms
    try (Tape written = tape.write(folder)) {
      double[] values = compute(written, List.of(volatility), Mode.CORRECTED).values()[0];
      // At 100 ms the window (0, 100] holds the returns to 50 and to 100 ms.
      double first = 1 / 1000.5;
      double second = 1 / 1001.5;
      assertEquals(Math.abs(first - second) / Math.sqrt(2), values[2], 1e-15);
      assertEquals(0, values[0]);
      assertEquals(0, values[1]);
    }
  }

  @Test
  void scalingIsFittedOverAllStretchesAndClipped() {
    FeatureColumns some =
        new FeatureColumns(new TickRows(new int[2], new long[2]), new double[][] {{1, 2}, {7, 7}});
    FeatureColumns more =
        new FeatureColumns(new TickRows(new int[1], new long[1]), new double[][] {{6}, {7}});
    Scaling scaling = Scaling.fitted(List.of(some, more), 2);
    assertArrayEquals(new double[] {3, 7}, scaling.mean());
    assertArrayEquals(new double[] {Math.sqrt(7), 1}, scaling.deviation(), 1e-15);
    assertEquals(0f, scaling.scaled(0, 3));
    assertEquals(5f, scaling.scaled(0, 1e9));
    assertEquals(-5f, scaling.scaled(1, -1e9));
  }
}
