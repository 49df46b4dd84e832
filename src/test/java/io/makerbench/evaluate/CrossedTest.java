package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Windows crossed with seeds, and several tests at once; every number reckoned by hand. */
class CrossedTest {
  /** Two windows × two seeds. */
  private static final double[][] SQUARE = {{1, 3}, {5, 11}};

  @Test
  void windowsAndSeedsBothVary() {
    PairedT test = PairedT.crossed(SQUARE);
    assertEquals(4, test.n());
    assertEquals(5, test.mean());
    // window means 2 and 8: variance 18, over 2 is 9; seed means 3 and 7: variance 8, over 2 is 4
    assertEquals(5 / Math.sqrt(13), test.t(), 1e-12);
    // Satterthwaite: 13² / (9² + 4²) = 169 / 97 = 1.742268 degrees of freedom
    double half = (test.high() - test.low()) / 2;
    double quantile = half / Math.sqrt(13);
    assertTrue(quantile > 4.303 && quantile < 12.706, "between the quantiles of 2 and of 1");
    assertEquals(10, test.low() + test.high(), 1e-9);
  }

  @Test
  void oneSeedOrOneWindowIsThePlainTest() {
    assertEquals(
        PairedT.of(new double[] {1, 5, 4}), PairedT.crossed(new double[][] {{1}, {5}, {4}}));
    assertEquals(PairedT.of(new double[] {1, 5, 4}), PairedT.crossed(new double[][] {{1, 5, 4}}));
  }

  @Test
  void seedsThatAgreeAddNothingToTheWindowsVariance() {
    PairedT test = PairedT.crossed(new double[][] {{1, 1}, {5, 5}, {4, 4}});
    PairedT windows = PairedT.of(new double[] {1, 5, 4});
    assertEquals(windows.t(), test.t(), 1e-12);
    assertEquals(windows.p(), test.p(), 1e-12);
    assertEquals(windows.low(), test.low(), 1e-9);
  }

  @Test
  void resamplingDrawsWholeRowsAndColumns() {
    Interval interval = Bootstrap.meanOfCrossed(SQUARE, 4_000, RandomStream.named(1, "test", 0));
    assertEquals(1, interval.low());
    assertEquals(11, interval.high());
  }

  @Test
  void holmMultipliesTheSmallestByTheNumberOfTests() {
    // 0.01 × 4; 0.02 × 3; 0.03 × 2 is as large; 0.04 × 1 is smaller and is lifted
    assertArrayEquals(
        new double[] {0.06, 0.04, Double.NaN, 0.06, 0.06},
        Holm.adjusted(new double[] {0.03, 0.01, Double.NaN, 0.04, 0.02}),
        1e-12);
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.6, 0.9}));
  }

  @Test
  void policiesArePairedByWindowAndSeed() {
    SequencedMap<Long, List<Metrics>> bySeed = new LinkedHashMap<>();
    bySeed.put(1L, List.of(row("a", "x", 2), row("a", "y", 6), row("b", "x", 1), row("b", "y", 1)));
    bySeed.put(
        2L, List.of(row("a", "x", 4), row("a", "y", 12), row("b", "y", 1), row("b", "x", 1)));
    Pairing pairing = Comparison.ofSeeds("a", bySeed, 0).pairings().getFirst();
    assertEquals(2, pairing.seeds());
    assertEquals(PairedT.crossed(SQUARE), pairing.test());
    assertEquals("y · seed 2", pairing.windows().getLast().window());
    assertEquals(2, pairing.wilcoxon().n(), "a window counts once, whatever its seeds");
  }

  private static Metrics row(String policy, String window, double pnl) {
    return new Metrics(
        policy, window, "cross", Map.of(Metric.REALISED_PNL, pnl, Metric.FILLS, 1.0));
  }
}
