package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketFeaturesTest {
  private static final double STEP = 0.1;
  @TempDir Path folder;

  private static MarketFeatures compute(Tape tape, List<FeatureRecipe> recipes, Mode mode) {
    TickRows ticks = Scene.ticks(tape, mode);
    return new MarketFeatures(tape.states(), STEP, ticks, recipes, mode);
  }

  /** Against sums written out over each row's window, on a tape with repeated times. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void agreesWithANaiveComputation(Mode mode) {
    try (Tape tape = RandomTape.of(3, 700).write(folder)) {
      List<FeatureRecipe> recipes = new ArrayList<>(PublishedFeatures.RECIPES);
      recipes.add(leak(300));
      MarketFeatures columns = compute(tape, recipes, mode);
      NaiveFeatures naive = new NaiveFeatures(tape.states(), STEP, mode);
      double[][] expected = naive.complete(recipes);
      assertEquals(expected[0].length, columns.rows().count());
      assertTrue(columns.rows().count() > 400);
      for (int f = 0; f < recipes.size(); f++) {
        double[] values = columns.column(f);
        for (int i = 0; i < expected[f].length; i++) {
          // A score near 0 is a difference of nearly equal prices: judged on its own scale, 1.
          double scale = recipes.get(f).name() == FeatureRecipe.Kind.ZSCORE_TIME ? 1 : 0;
          double tolerance = 1e-9 * Math.max(scale, Math.abs(expected[f][i])) + 1e-18;
          assertEquals(
              expected[f][i], values[i], tolerance, recipes.get(f).label() + " at row " + i);
        }
      }
    }
  }

  private static FeatureRecipe leak(int millis) {
    return new FeatureRecipe(
        FeatureRecipe.Kind.LEAKED_RETURN,
        null,
        millis,
        null,
        FeatureRecipe.BaseColumn.MID,
        1,
        1,
        0,
        1);
  }

  @Test
  void theLeakShowsTheReturnToCome() {
    TestTape book = new TestTape().book(0, 999, 1001).book(4, 1009, 1011).book(9, 1019, 1021);
    try (Tape tape = book.write(folder)) {
      assertArrayEquals(
          new double[] {0.01, 10 / 1010.0, 0},
          compute(tape, List.of(leak(8)), Mode.CORRECTED).column(0),
          1e-15);
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
      List<FeatureRecipe> all = PublishedFeatures.RECIPES;
      MarketFeatures columns = compute(tape, all.subList(0, 5), Mode.CORRECTED);
      assertEquals(1, columns.rows().count());
      assertEquals(0.3, columns.column(0)[0], 1e-12);
      assertEquals((15 - 20) / 35.0, columns.column(1)[0], 1e-15);
      // vwap3 over bids 1000·1, 999·2, 998·3 and asks 1002·5, 1003·4, 1004·3.
      double vwap = (1000 + 1998 + 2994 + 5010 + 4012 + 3012) / 18.0 * STEP;
      assertEquals(vwap, BasePrices.of(all.get(6), states, STEP, new int[] {0})[0], 1e-12);
      double cross = (5000 + 3996 + 2994 + 1002 + 2006 + 3012) / 18.0 * STEP;
      assertEquals(cross, BasePrices.of(all.get(2), states, STEP, new int[] {0})[0], 1e-12);
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
      double[] values = compute(written, List.of(volatility), Mode.CORRECTED).column(0);
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
    // Spreads 0.1, 0.2 and 0.6: mean 0.3, sample variance 0.07.
    TestTape some = new TestTape().book(0, 1000, 1001).book(5, 1000, 1002);
    TestTape more = new TestTape().book(0, 1000, 1006);
    List<FeatureRecipe> spread = PublishedFeatures.RECIPES.subList(0, 1);
    try (Tape first = some.write(folder);
        Tape second = more.write(folder)) {
      FeatureMatrix matrix = new FeatureMatrix(compute(first, spread, Mode.CORRECTED));
      FeatureMatrix other = new FeatureMatrix(compute(second, spread, Mode.CORRECTED));
      Scaling scaling = Scaling.fitted(List.of(matrix, other), 1);
      assertArrayEquals(new double[] {0.3}, scaling.mean(), 1e-12);
      assertArrayEquals(new double[] {Math.sqrt(0.07)}, scaling.deviation(), 1e-12);
      matrix.scale(scaling);
      assertArrayEquals(new float[] {-0.755929f, -0.377964f}, matrix.values, 1e-5f);
      assertEquals(5f, scaling.scaled(0, 1e9));
      assertEquals(-5f, scaling.scaled(0, -1e9));
    }
  }

  @Test
  void aConstantFeatureIsScaledToZero() {
    TestTape still = new TestTape().book(0, 1000, 1001).book(5, 1001, 1002).book(9, 1002, 1003);
    List<FeatureRecipe> imbalance = PublishedFeatures.RECIPES.subList(1, 2);
    try (Tape tape = still.write(folder)) {
      FeatureMatrix matrix = new FeatureMatrix(compute(tape, imbalance, Mode.CORRECTED));
      matrix.scale(Scaling.fitted(List.of(matrix), 1));
      assertArrayEquals(new float[3], matrix.values);
    }
  }
}
