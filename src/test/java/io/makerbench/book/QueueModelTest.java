package io.makerbench.book;

import static io.makerbench.book.QueueModel.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.QueueModel.Kind;
import io.makerbench.book.QueueProbability.Form;
import io.makerbench.book.QueueProbability.Function;
import io.makerbench.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Cases reckoned by hand: a level of 100 with 40 ahead and 60 behind shrinks to 80. */
class QueueModelTest {
  private static QueueModel model(Function function, double exponent, Form form) {
    return new QueueModel(Kind.PROBABILITY, new QueueProbability(function, exponent, form), 1);
  }

  private static double shrunk(Function function, double exponent, Form form) {
    return model(function, exponent, form).afterChange(40, 100, 80, 0);
  }

  @Test
  void riskAverseTakesACancelToBeBehindUnlessTheLevelIsSmaller() {
    assertEquals(40, QueueModel.RISK_AVERSE.afterChange(40, 100, 80, 0));
    assertEquals(30, QueueModel.RISK_AVERSE.afterChange(40, 100, 30, 0));
    assertEquals(40, QueueModel.RISK_AVERSE.afterChange(40, 30, 100, 0));
  }

  @Test
  void aTradeShortensTheQueueOfEveryModel() {
    assertEquals(33, QueueModel.afterTrade(40, 7));
    assertEquals(0, QueueModel.afterTrade(40, 41));
    assertEquals(UNKNOWN, QueueModel.afterTrade(UNKNOWN, 41));
  }

  @Test
  void powersShareACancelAsTheirFormSays() {
    assertEquals(40 - 0.4 * 20, shrunk(Function.POWER, 1, Form.SPLIT), 1e-12);
    assertEquals(40 - 20 * 1600 / 5200.0, shrunk(Function.POWER, 2, Form.SPLIT), 1e-12);
    assertEquals(40 - 0.4 * 20, shrunk(Function.POWER, 1, Form.WHOLE), 1e-12);
    assertEquals(40 - 0.64 * 20, shrunk(Function.POWER, 2, Form.WHOLE), 1e-12);
    assertEquals(40 - 0.4 * 20, shrunk(Function.POWER, 1, Form.FRONT_SHARE), 1e-12);
    assertEquals(40 - 0.16 * 20, shrunk(Function.POWER, 2, Form.FRONT_SHARE), 1e-12);
    assertEquals(40 - 0.064 * 20, shrunk(Function.POWER, 3, Form.FRONT_SHARE), 1e-12);
  }

  @Test
  void logarithmsShareACancelAsTheirFormSays() {
    // ln 61 = 4.110873864, ln 41 = 3.713572067, ln 101 = 4.615120517, ln 1.4 = 0.336472237
    assertEquals(40 - 20 * 3.713572067 / 7.824445931, shrunk(Function.LOG, 1, Form.SPLIT), 1e-7);
    assertEquals(
        40 - 20 * (1 - 4.110873864 / 4.615120517), shrunk(Function.LOG, 1, Form.WHOLE), 1e-7);
    assertEquals(40 - 20 * 0.336472237, shrunk(Function.LOG, 1, Form.FRONT_SHARE), 1e-7);
  }

  @Test
  void theLogarithmCountsInTheRecordingsUnit() {
    QueueProbability log = new QueueProbability(Function.LOG, 1, Form.SPLIT);
    QueueModel thousandths = new QueueModel(Kind.PROBABILITY, log, 0.001);
    // ln 1.06 = 0.0582689081, ln 1.04 = 0.0392207132
    double expected = 40 - 20 * 0.0392207132 / 0.0974896213;
    assertEquals(expected, thousandths.afterChange(40, 100, 80, 0), 1e-7);
  }

  @Test
  void whatWasTradedIsNotCancelledOnceMore() {
    QueueModel even = model(Function.POWER, 1, Form.SPLIT);
    // 10 traded: 30 ahead. The level shows 80: 10 cancelled, 70 of 100 behind.
    assertEquals(27, even.afterChange(30, 100, 80, 10), 1e-12);
    // All that left was traded, or more came than was cancelled.
    assertEquals(30, even.afterChange(30, 100, 90, 10), 1e-12);
    assertEquals(30, even.afterChange(30, 100, 95, 10), 1e-12);
    assertEquals(5, even.afterChange(30, 10, 5, 10), 1e-12);
  }

  @Test
  void whatCannotHaveBeenBehindWasAhead() {
    // 80 cancelled with 10 behind, nearly half of it said to be behind: only 10 can have been.
    assertEquals(20, model(Function.POWER, 0.01, Form.SPLIT).afterChange(90, 100, 20, 0), 1e-12);
    // Nothing behind: all was ahead.
    assertEquals(70, model(Function.POWER, 3, Form.SPLIT).afterChange(100, 100, 70, 0), 1e-12);
  }

  @Test
  void aFormThatWouldPutLessThanNothingAheadPutsNothing() {
    assertEquals(0, model(Function.POWER, 0.1, Form.FRONT_SHARE).afterChange(1, 100, 50, 0));
  }

  @Test
  void nothingAheadStaysNothing() {
    for (Form form : Form.values()) {
      assertEquals(0, model(Function.POWER, 2, form).afterChange(0, 100, 50, 0));
      assertEquals(0, model(Function.LOG, 1, form).afterChange(0, 0, 0, 0));
      assertEquals(1, new QueueProbability(Function.LOG, 1, form).behind(0, 0));
    }
  }

  @Test
  void anUnknownLevelTellsNothing() {
    QueueModel even = model(Function.POWER, 1, Form.SPLIT);
    assertEquals(40, even.afterChange(40, 100, UNKNOWN, 0));
    assertEquals(25, even.afterChange(40, UNKNOWN, 25, 0));
    assertEquals(25, even.afterChange(UNKNOWN, 100, 25, 0));
    assertEquals(UNKNOWN, even.afterChange(UNKNOWN, 100, UNKNOWN, 0));
    assertEquals(UNKNOWN, even.afterChange(UNKNOWN, UNKNOWN, UNKNOWN, 3));
  }

  @Property(tries = 300)
  void theQuantityAheadNeverGrowsNorPassesTheLevelNorFallsBelowNothing(
      @ForAll Kind kind,
      @ForAll Function function,
      @ForAll Form form,
      @ForAll @DoubleRange(min = 0.01, max = 8) double exponent,
      @ForAll @IntRange(max = 1_000_000) int seed) {
    QueueModel model = new QueueModel(kind, new QueueProbability(function, exponent, form), 0.001);
    RandomStream random = RandomStream.named(seed, "queue", 0);
    double size = random.nextInt(200);
    double ahead = size;
    double traded = 0;
    for (int i = 0; i < 100; i++) {
      double before = ahead;
      if (random.nextInt(3) == 0) {
        double trade = 1 + random.nextInt(30);
        ahead = QueueModel.afterTrade(ahead, trade);
        traded += trade;
      } else {
        double previous = size;
        size = random.nextInt(10) == 0 ? UNKNOWN : random.nextInt(200);
        ahead = model.afterChange(ahead, previous, size, traded);
        traded = 0;
        assertTrue(ahead <= size, ahead + " ahead in a level of " + size);
      }
      assertTrue(ahead >= 0 && ahead <= before, ahead + " ahead after " + before);
    }
  }

  @Property
  void theProbabilityIsOneAndGrowsWithWhatIsBehind(
      @ForAll Function function,
      @ForAll Form form,
      @ForAll @DoubleRange(min = 0.01, max = 8) double exponent,
      @ForAll @IntRange(min = 1, max = 1000) int front,
      @ForAll @IntRange(max = 1000) int back) {
    QueueProbability probability = new QueueProbability(function, exponent, form);
    double p = probability.behind(front, back);
    assertTrue(p >= 0 && p <= 1, "P = " + p);
    assertTrue(probability.behind(front, back + 1) >= p);
  }
}
