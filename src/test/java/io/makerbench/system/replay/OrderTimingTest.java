package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import io.makerbench.env.Fill;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When requests arrive, answers come back, and what a replacement finds. */
class OrderTimingTest {
  @TempDir Path folder;

  private Scene scene(TestTape tape, FillRule rule, Mode mode) {
    return new Scene(tape, folder, Scene.terms(rule, mode));
  }

  private static TestTape every(long stepMs, int count) {
    TestTape tape = new TestTape();
    for (int i = 0; i < count; i++) {
      tape.book(i * stepMs, 1000, 1001);
    }
    return tape;
  }

  @Test
  void nothingFillsBeforeTheOrderArrives() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .trade(9, -1, 990, 100)
            .trade(10, -1, 990, 100) // market data come first among equal times
            .book(20, 1000, 1001)
            .trade(21, -1, 990, 100)
            .book(30, 1000, 1001)
            .book(40, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.CROSS, Mode.CORRECTED).wantBid(1000, 1).ticks(2)) {
      assertEquals(1, scene.fills.size());
      assertEquals(TestTape.at(21), scene.fills.getFirst().timeNs());
    }
  }

  @Test
  void aFillInAOneSidedBookNamesNoPriceForTheEmptySide() {
    long[] none = {0, 0, 0, 0, 0};
    long[] ten = {10, 10, 10, 10, 10};
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .book(20, 1000, 1001, ten, none)
            .trade(21, -1, 990, 100)
            .book(30, 1000, 1001);
    Terms terms = Scene.terms(FillRule.CROSS, Mode.CORRECTED);
    try (Tape written = tape.andQuiet().write(folder)) {
      Stretch stretch = Scene.stretch(written, Mode.CORRECTED);
      EpisodeRecorder recorder = new EpisodeRecorder(terms, "rules", stretch.ticks);
      Simulation copy =
          new Simulation(new Stretch[] {stretch}, terms, Scene.ALL_BLOCKS, 0.35, recorder);
      copy.begin();
      copy.exchange.bid.want(1000, 1);
      copy.advance();
      Fill fill = recorder.episode("test", "w").fills().getFirst();
      assertEquals(100, fill.bestBid());
      assertTrue(Double.isNaN(fill.bestAsk()));
    }
  }

  @Test
  void anAnswerUnderWayAtTheEndIsStillRewarded() {
    // Bought at 1 ms and sold at 2 ms, which the agent would hear long after the end.
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .trade(1, -1, 990, 100)
            .trade(2, 1, 1010, 100)
            .book(10, 1000, 1001);
    OrderLatency latency = new OrderLatency(0, 0, 0, 60_000);
    Terms terms = Scene.terms(FillRule.CROSS, Mode.CORRECTED, latency, 0, 0);
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1000, 1).wantAsk(1001, 1)) {
      scene.ticks(2);
      assertTrue(scene.copy.over());
      assertEquals(2, scene.fills.size());
      assertEquals(0, scene.inventory());
      assertEquals(0.1 * 0.001 / (100.05 * 0.01), scene.reward(), 1e-9);
    }
  }

  @Test
  void feedLatencyHidesTheBookTheOrderMeets() {
    // Seen at 0 + 15 ms; the exchange's book has moved at 20 ms when the order arrives at 25 ms.
    TestTape tape =
        new TestTape()
            .feedLatency(15)
            .book(0, 1000, 1001)
            .book(20, 998, 999)
            .book(40, 998, 999)
            .book(60, 998, 999);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE, Mode.CORRECTED).wantBid(1000, 1)) {
      scene.ticks(1);
      assertEquals(TestTape.at(35), scene.copy.now());
      assertEquals(999, scene.fills.getFirst().price());
      assertFalse(scene.fills.getFirst().maker());
      assertEquals(TestTape.at(25), scene.fills.getFirst().timeNs());
    }
  }

  @Test
  void publishedOrdersBecomeActiveWithTheFirstTickAfterTheirArrival() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .book(9, 1000, 1001)
            .book(30, 1002, 1003)
            .book(40, 1002, 1003)
            .book(50, 1002, 1003);
    try (Scene scene = scene(tape, FillRule.TOUCH, Mode.PUBLISHED).wantBid(1001, 1).ticks(2)) {
      // Corrected, the order would have met 1000 / 1001 at 10 ms.
      assertTrue(scene.fills.isEmpty());
      assertEquals(TestTape.at(10), scene.bid().knownActivation);
    }
    try (Scene scene = scene(tape, FillRule.TOUCH, Mode.CORRECTED).wantBid(1001, 1).ticks(2)) {
      assertEquals(TestTape.at(10), scene.fills.getFirst().timeNs());
    }
  }

  @Test
  void theOldOrderStaysUntilItsReplacementArrives() {
    TestTape tape = every(6, 3).trade(17, -1, 999, 1).book(18, 1000, 1001).book(24, 1000, 1001);
    tape.book(30, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.CROSS, Mode.CORRECTED).wantBid(1000, 1).ticks(2)) {
      assertEquals(1000, scene.bid().price);
      scene.wantBid(999, 1).ticks(1); // sent at 12 ms, arrives at 22 ms
      assertTrue(scene.bid().underWay);
      assertEquals(1, scene.fills.size());
      scene.ticks(1); // nothing left to replace
      assertEquals(0, scene.bid().remaining);
      assertFalse(scene.bid().underWay);
    }
  }

  @Test
  void publishedReplacementsBecomeActiveEvenAfterTheFill() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .book(12, 1001, 1002) // the bid at 1000 arrives behind the touch
            .book(18, 1000, 1002) // and fills
            .book(24, 1002, 1003)
            .book(30, 1002, 1003);
    try (Scene scene = scene(tape, FillRule.TOUCH, Mode.PUBLISHED).wantBid(1000, 1).ticks(1)) {
      scene.wantBid(999, 1).ticks(2);
      assertEquals(1, scene.fills.size());
      assertEquals(999, scene.bid().price);
      assertEquals(1, scene.bid().remaining);
    }
  }

  @Test
  void aPartlyExecutedOrderIsReplacedByWhatIsLeft() {
    // Active for 5 lots at 1000; while a change to 8 lots at 999 travels, 3 are executed.
    TestTape tape = every(12, 2).trade(15, -1, 999, 3).book(24, 1000, 1001).book(30, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.CROSS, Mode.CORRECTED).wantBid(1000, 5).ticks(1)) {
      scene.wantBid(999, 8).ticks(1);
      assertEquals(3, scene.inventory());
      assertEquals(999, scene.bid().price);
      assertEquals(5, scene.bid().remaining);
    }
  }

  @Test
  void aSmallerSizeAtTheSamePriceKeepsItsPlace() {
    TestTape tape =
        every(12, 2)
            .trade(15, -1, 1000, 6)
            .book(24, 1000, 1001)
            .book(36, 1000, 1001)
            .book(48, 1000, 1001);
    try (Scene scene =
        scene(tape, FillRule.RISK_AVERSE, Mode.CORRECTED).wantBid(1000, 5).ticks(1)) {
      scene.wantBid(1000, 2).ticks(1);
      assertEquals(4, scene.bid().ahead);
      assertEquals(2, scene.bid().remaining);
      scene.wantBid(1000, 3).ticks(1);
      assertEquals(10, scene.bid().ahead);
      assertEquals(3, scene.bid().remaining);
    }
  }

  @Test
  void oneRequestAtATimeIsUnderWayOnASide() {
    try (Scene scene =
        scene(every(4, 8), FillRule.CROSS, Mode.CORRECTED).wantBid(1000, 1).ticks(1)) {
      scene.wantBid(998, 1).ticks(1);
      assertEquals(1000, scene.bid().sentPrice);
      scene.ticks(1);
      assertEquals(1000, scene.bid().price);
      scene.ticks(1); // sent at 12 ms, when the way was free
      assertEquals(998, scene.bid().sentPrice);
      assertEquals(TestTape.at(12), scene.bid().sent);
    }
  }

  @Test
  void cancelsAndChangesTakeTheirOwnTime() {
    Terms terms =
        Scene.terms(FillRule.CROSS, Mode.CORRECTED, new OrderLatency(10, 20, 30, 0), 0, 0);
    try (Scene scene = new Scene(every(5, 30), folder, terms).wantBid(1000, 1).ticks(2)) {
      scene.wantBid(999, 1).ticks(1);
      assertEquals(TestTape.at(30), scene.bid().arrival);
      scene.ticks(3);
      assertEquals(999, scene.bid().price);
      scene.wantBid(0, 0).ticks(1);
      assertEquals(TestTape.at(60), scene.bid().arrival);
      scene.ticks(4);
      assertEquals(1, scene.bid().remaining);
      scene.ticks(1);
      assertEquals(0, scene.bid().remaining);
    }
  }

  @Test
  void answersComeBackAfterTheResponseLatency() {
    Terms terms =
        Scene.terms(FillRule.CROSS, Mode.CORRECTED, new OrderLatency(10, 10, 10, 20), 0, 0);
    TestTape tape = every(5, 3).trade(12, -1, 999, 1).book(15, 1000, 1001);
    for (int i = 4; i < 10; i++) {
      tape.book(5 * i, 1000, 1001);
    }
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1000, 2).ticks(3)) {
      assertEquals(1, scene.bid().remaining); // executed at 12 ms
      assertEquals(0, scene.inventory()); // and not yet known at 15 ms
      assertTrue(scene.bid().underWay);
      scene.ticks(3); // 30 ms: the answer to the order
      assertFalse(scene.bid().underWay);
      assertEquals(2, scene.bid().knownRemaining);
      scene.ticks(1); // 35 ms: the execution
      assertEquals(1, scene.inventory());
      assertEquals(1, scene.bid().knownRemaining);
    }
  }

  @Test
  void theInventoryLimitHoldsBackQuotesThatCouldBreakIt() {
    TestTape tape = every(12, 2).trade(15, -1, 990, 8).book(24, 1000, 1001);
    tape.book(36, 1000, 1001).book(48, 1000, 1001).book(60, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.CROSS, Mode.CORRECTED).wantBid(1000, 8).ticks(2)) {
      assertEquals(8, scene.inventory());
      scene.wantBid(1000, 3).ticks(1);
      assertFalse(scene.bid().underWay);
      assertEquals(0, scene.bid().remaining);
      scene.wantBid(1000, 2).ticks(1);
      assertEquals(2, scene.bid().remaining);
    }
  }

  @Test
  void nothingHappensAfterItWasReceivedWhateverTheClocksSay() {
    // The exchange's clock runs 500 ms ahead of the receiver's.
    TestTape tape =
        new TestTape()
            .feedLatency(-500)
            .book(500, 1000, 1001)
            .book(520, 998, 999)
            .book(540, 998, 999);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE, Mode.CORRECTED).wantBid(999, 1).ticks(1)) {
      // Arrived at 10 ms behind the touch; the book received at 20 ms reached it.
      assertEquals(TestTape.at(20), scene.fills.getFirst().timeNs());
      assertTrue(scene.fills.getFirst().maker());
    }
  }
}
