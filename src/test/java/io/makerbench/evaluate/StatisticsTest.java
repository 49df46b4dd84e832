package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  /** Student's sleep data (1908): extra hours under the second drug minus the first. */
  private static final double[] SLEEP = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

  /** Darwin's maize, eighths of an inch, crossed minus self-fertilised. */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @Test
  void pairedTOfStudentsSleepData() {
    PairedT test = PairedT.of(SLEEP);
    assertEquals(10, test.n());
    assertEquals(1.58, test.mean(), 1e-12);
    assertEquals(1.229995, test.sd(), 1e-6);
    assertEquals(4.0621, test.t(), 1e-4);
    assertEquals(0.002833, test.p(), 1e-6);
    assertEquals(0.7001142, test.low(), 1e-7);
    assertEquals(2.4598858, test.high(), 1e-7);
  }

  @Test
  void pairedTWithoutSpreadOrPairs() {
    assertTrue(Double.isNaN(PairedT.of(new double[] {0, 0, 0}).p()));
    assertEquals(0, PairedT.of(new double[] {2, 2, 2}).p());
    assertTrue(Double.isNaN(PairedT.of(new double[] {2}).low()));
    assertTrue(Double.isNaN(PairedT.of(new double[0]).mean()));
  }

  @Test
  void wilcoxonOfDarwinsMaize() {
    Wilcoxon test = Wilcoxon.greater(MAIZE);
    assertEquals(96, test.w());
    assertEquals(0.0413 / 2, test.p(), 5e-5);
    assertTrue(test.exact());
  }

  @Test
  void wilcoxonOfEightGainsIsOneOf256() {
    double[] gains = IntStream.rangeClosed(1, 8).asDoubleStream().toArray();
    assertEquals(1 / 256.0, Wilcoxon.greater(gains).p(), 1e-15);
  }

  @Test
  void wilcoxonDropsZerosAndSharesRanks() {
    Wilcoxon test = Wilcoxon.greater(new double[] {0, 1, -1, 2});
    assertEquals(3, test.n());
    assertEquals(1, test.zeros());
    assertEquals(4.5, test.w());
    double waysOfReaching = 3; // {1.5, 3} twice and {1.5, 1.5, 3}
    assertEquals(waysOfReaching / 8, test.p(), 1e-15);
    assertTrue(Double.isNaN(Wilcoxon.greater(new double[] {0, 0}).p()));
  }

  @Property(tries = 100)
  void wilcoxonCountsAllSigns(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -4, max = 4) Integer> values) {
    double[] d = values.stream().mapToDouble(Integer::doubleValue).filter(x -> x != 0).toArray();
    Assume.that(d.length > 0);
    Wilcoxon test = Wilcoxon.greater(d);
    int asLarge = 0;
    for (int signs = 0; signs < 1 << d.length; signs++) {
      int chosen = signs;
      double[] other =
          IntStream.range(0, d.length)
              .mapToDouble(i -> (chosen >> i & 1) == 1 ? Math.abs(d[i]) : -Math.abs(d[i]))
              .toArray();
      asLarge += Wilcoxon.greater(other).w() >= test.w() ? 1 : 0;
    }
    assertEquals(asLarge / (double) (1 << d.length), test.p(), 1e-12);
  }

  @Test
  void wilcoxonOfManyPairsIsNearlyExact() {
    double[] d = IntStream.rangeClosed(1, 51).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    Wilcoxon test = Wilcoxon.greater(d);
    assertFalse(test.exact());
    assertEquals(867, test.w());
    double countedOverAllSigns = 0.02799;
    assertEquals(countedOverAllSigns, test.p(), 5e-4);
  }

  @Test
  void deflatedSharpeOfBaileyAndLopezDePrado() {
    double daysAYear = 250;
    SharpeRatio ratio = new SharpeRatio(2.5 / Math.sqrt(daysAYear), 1250, -3, 10);
    double trialVariance = 0.5 / daysAYear;
    assertEquals(0.1132, SharpeRatio.expectedMaximum(trialVariance, 100), 5e-5);
    assertEquals(0.9004, ratio.deflated(trialVariance, 100), 5e-5);
  }

  @Test
  void probabilisticSharpeAndTrackRecordOfBaileyAndLopezDePrado() {
    SharpeRatio ratio = new SharpeRatio(0.458, 24, -2.448, 10.164);
    assertEquals(0.9134, ratio.probabilistic(0), 5e-4);
    assertEquals(34.56, ratio.minimumTrackRecord(0, 0.95), 5e-2);
  }

  @Test
  void oneTrialIsNotDeflated() {
    assertEquals(0, SharpeRatio.expectedMaximum(0.5, 1));
  }

  @Test
  void interquartileMeanOfOneToEight() {
    assertEquals(4.5, Scores.interquartileMean(new double[] {8, 7, 6, 5, 4, 3, 2, 1}));
    assertEquals(3.5, Scores.interquartileMean(new double[] {1, 2, 3, 4, 5, 100}), 1e-12);
  }

  @Test
  void probabilityOfImprovementCountsTiesHalf() {
    double[] x = {1, 2, 3};
    assertEquals(0.5, Scores.probabilityOfImprovement(x, x));
    assertEquals(1, Scores.probabilityOfImprovement(new double[] {4, 5}, x));
    assertEquals(2.5 / 3, Scores.probabilityOfImprovement(new double[] {3}, x));
  }

  @Test
  void bootstrapIntervalIsNearTheNormalOneAndRepeats() {
    RandomStream random = RandomStream.named(1, "sample", 0);
    double[] d = IntStream.range(0, 400).mapToDouble(i -> 3 + random.nextGaussian()).toArray();
    Interval interval = Bootstrap.meanOfPairs(d, 4000, RandomStream.named(2, "b", 0));
    PairedT test = PairedT.of(d);
    assertEquals(test.low(), interval.low(), 0.01);
    assertEquals(test.high(), interval.high(), 0.01);
    assertEquals(interval, Bootstrap.meanOfPairs(d, 4000, RandomStream.named(2, "b", 0)));
    assertEquals(
        Interval.UNKNOWN, Bootstrap.meanOfPairs(new double[0], 10, RandomStream.named(2, "b", 0)));
  }

  @Test
  void stratifiedBootstrapKeepsTasksApart() {
    double[][] constantTasks = {{1, 1, 1, 1}, {9, 9, 9, 9}};
    Interval interval = Bootstrap.stratified(constantTasks, 200, RandomStream.named(2, "b", 0));
    assertEquals(new Interval(5, 5), interval, "each task keeps half of the scores");
  }
}
