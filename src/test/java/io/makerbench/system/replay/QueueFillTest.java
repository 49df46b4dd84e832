package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.QueueProbability;
import io.makerbench.book.QueueProbability.Form;
import io.makerbench.book.QueueProbability.Function;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Queues that cancels shorten, own impact, and orders the exchange refuses. Orders are sent at 0 ms
 * and reach the exchange at 10 ms; the book is 1000 / 1001 with ten lots a level.
 */
class QueueFillTest {
  @TempDir Path folder;

  private static TestTape still() {
    return new TestTape().book(0, 1000, 1001).book(20, 1000, 1001);
  }

  private Scene scene(TestTape tape, FillRule rule, TestTerms terms) {
    return new Scene(tape, folder, terms.of(rule, Mode.CORRECTED));
  }

  private Scene byProbability(TestTape tape, QueueProbability probability) {
    return scene(tape, FillRule.PROBABILITY, new TestTerms().probability(probability));
  }

  @Test
  void aCancelIsSharedOutByTheProbability() {
    TestTape tape =
        still()
            .book(30, 1000, 1001, 30, 10) // 20 came behind the 10 ahead
            .book(40, 1000, 1001, 24, 10) // 6 cancelled, 2/3 of them behind
            .book(50, 1000, 1001, 24, 10)
            .book(60, 1000, 1001, 24, 10);
    try (Scene scene = byProbability(tape, QueueProbability.EVEN).wantBid(1000, 1).ticks(2)) {
      assertEquals(10, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(8, scene.bid().ahead, 1e-12);
      scene.ticks(1);
      assertEquals(8, scene.bid().ahead, 1e-12);
    }
  }

  @Test
  void theFormAndTheExponentMatter() {
    TestTape tape = still().book(30, 1000, 1001, 30, 10).book(40, 1000, 1001, 24, 10);
    QueueProbability squares = new QueueProbability(Function.POWER, 2, Form.FRONT_SHARE);
    try (Scene scene =
        byProbability(tape.book(50, 1000, 1001), squares).wantBid(1000, 1).ticks(3)) {
      assertEquals(10 - 6.0 / 9, scene.bid().ahead, 1e-12);
    }
  }

  @Test
  void aTradeAndTheShrinkingOfItsLevelCountOnce() {
    TestTape tape =
        still()
            .book(30, 1000, 1001, 30, 10)
            .trade(35, -1, 1000, 4)
            .book(40, 1000, 1001, 26, 10)
            .book(50, 1000, 1001, 26, 10);
    try (Scene scene = byProbability(tape, QueueProbability.EVEN).wantBid(1000, 1).ticks(3)) {
      assertEquals(6, scene.bid().ahead);
    }
  }

  @Test
  void partsOfALotAreNotExecuted() {
    TestTape tape =
        still()
            .book(30, 1000, 1001, 30, 10)
            .book(40, 1000, 1001, 25, 10) // 10 − 5/3 ahead
            .trade(45, -1, 1000, 10)
            .book(50, 1000, 1001, 15, 10)
            .book(60, 1000, 1001);
    try (Scene scene = byProbability(tape, QueueProbability.EVEN).wantBid(1000, 5).ticks(4)) {
      assertEquals(1, scene.inventory());
      assertEquals(0, scene.bid().ahead);
      assertEquals(4, scene.bid().remaining);
    }
  }

  @Test
  void aLevelThatWasOutOfSightIsCappedByWhatItShows() {
    long[] ten = {10, 10, 10, 10, 10};
    TestTape tape =
        still()
            .book(30, 1009, 1010)
            .book(40, 1000, 1001, new long[] {4, 10, 10, 10, 10}, ten)
            .book(50, 1000, 1001);
    try (Scene scene = byProbability(tape, QueueProbability.EVEN).wantBid(1000, 1).ticks(2)) {
      assertEquals(10, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(4, scene.bid().ahead);
    }
  }

  @Test
  void withoutImpactABestPriceServesAnySize() {
    TestTape tape = still().book(30, 1000, 1001, 10, 2).book(40, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE, new TestTerms()).wantBid(1003, 10)) {
      scene.ticks(1);
      assertEquals(10, scene.inventory());
      assertEquals(1001, scene.fills.getFirst().price());
    }
  }

  @Test
  void withImpactAnOrderWalksThroughTheLevelsAndTheRestWaits() {
    long[] ten = {10, 10, 10, 10, 10};
    long[] few = {2, 3, 4, 10, 10};
    TestTape tape = new TestTape().book(0, 1000, 1001, ten, few).book(20, 1000, 1001, ten, few);
    tape.book(30, 1000, 1001, ten, few) // the same: nothing new
        .book(40, 1000, 1001, ten, new long[] {2, 5, 4, 10, 10}) // one level shows anew
        .book(50, 1000, 1001, ten, ten);
    Terms terms =
        new TestTerms().fees(-0.5, 7).impactKept().of(FillRule.RISK_AVERSE, Mode.CORRECTED);
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1002, 10).ticks(1)) {
      assertEquals(2, scene.fills.size());
      assertEquals(2, scene.fills.get(0).size());
      assertEquals(1001, scene.fills.get(0).price());
      assertEquals(3, scene.fills.get(1).size());
      assertEquals(1002, scene.fills.get(1).price());
      assertFalse(scene.fills.get(1).maker());
      assertEquals(5, scene.bid().remaining);
      scene.ticks(1);
      assertEquals(2, scene.fills.size());
      scene.ticks(1); // 5 new lots at 1002 meet the resting rest
      assertEquals(3, scene.fills.size());
      assertEquals(5, scene.fills.get(2).size());
      assertEquals(1002, scene.fills.get(2).price());
      assertTrue(scene.fills.get(2).maker());
      assertEquals(10, scene.inventory());
    }
  }

  @Test
  void ordersBelowTheLeastValueAreRefusedAndCounted() {
    TestTape tape = still().book(30, 1000, 1001).book(40, 1000, 1001).book(50, 1000, 1001);
    // A lot is worth 0.1 at 100.0.
    TestTerms terms = new TestTerms().minNotional(0.15);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE, terms).wantBid(1000, 1).ticks(1)) {
      assertEquals(1, scene.copy.exchange.refusals);
      assertEquals(0, scene.bid().remaining);
      assertFalse(scene.bid().underWay);
      scene.wantBid(1000, 2).ticks(1);
      assertEquals(1, scene.copy.exchange.refusals);
      assertEquals(2, scene.bid().remaining);
      scene.wantBid(999, 1).ticks(1); // the order it was to replace stays
      assertEquals(2, scene.copy.exchange.refusals);
      assertEquals(1000, scene.bid().price);
      assertEquals(2, scene.bid().remaining);
      scene.wantBid(0, 0).ticks(1); // a cancel has no value
      assertEquals(2, scene.copy.exchange.refusals);
      assertEquals(0, scene.bid().remaining);
    }
  }
}
