package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are sent at 0 ms and reach the exchange at 10 ms; the book is 1000 / 1001. */
class FillRuleTest {
  @TempDir Path folder;

  private static TestTape still() {
    return new TestTape().book(0, 1000, 1001).book(20, 1000, 1001);
  }

  private Scene scene(TestTape tape, FillRule rule) {
    return new Scene(tape, folder, Scene.terms(rule, Mode.CORRECTED));
  }

  @Test
  void touchFillsAtTheTouchWithoutAnyTrade() {
    TestTape tape = still().book(30, 1000, 1001).book(40, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.TOUCH).wantBid(1000, 2).wantAsk(1002, 3).ticks(1)) {
      assertEquals(1, scene.fills.size());
      assertEquals(1000, scene.fills.getFirst().price());
      assertEquals(2, scene.fills.getFirst().size());
      assertTrue(scene.fills.getFirst().maker());
      assertEquals(TestTape.at(10), scene.fills.getFirst().timeNs());
      assertEquals(2, scene.inventory());
      assertEquals(3, scene.ask().remaining);
    }
  }

  @Test
  void touchFillsOnceTheTouchFallsToTheOrder() {
    TestTape tape = still().book(30, 999, 1001).book(40, 998, 1001).book(50, 998, 1001);
    try (Scene scene = scene(tape, FillRule.TOUCH).wantBid(999, 1).ticks(1)) {
      assertTrue(scene.fills.isEmpty());
      scene.ticks(1);
      assertEquals(TestTape.at(30), scene.fills.getFirst().timeNs());
      assertEquals(999, scene.fills.getFirst().price());
    }
  }

  @Test
  void touchImprovesThePriceOfAnOrderTheMarketJumpedThrough() {
    TestTape tape = still().book(30, 990, 991).book(40, 990, 991);
    try (Scene scene = scene(tape, FillRule.TOUCH).wantBid(999, 1).ticks(2)) {
      assertEquals(991, scene.fills.getFirst().price());
    }
  }

  @Test
  void crossIgnoresTradesAtThePriceAndFillsWhenTheOppositeTouchComes() {
    TestTape tape =
        still()
            .trade(25, -1, 1000, 500)
            .book(30, 1000, 1001)
            .book(40, 998, 1000)
            .book(50, 998, 1000);
    try (Scene scene = scene(tape, FillRule.CROSS).wantBid(1000, 4).ticks(2)) {
      assertTrue(scene.fills.isEmpty());
      scene.ticks(1);
      assertEquals(1000, scene.fills.getFirst().price());
      assertEquals(4, scene.fills.getFirst().size());
      assertTrue(scene.fills.getFirst().maker());
    }
  }

  @Test
  void crossFillsByTheSizeOfTradesBeyondThePrice() {
    TestTape tape =
        still()
            .trade(25, -1, 999, 3)
            .book(30, 1000, 1001)
            .trade(35, -1, 999, 3)
            .book(40, 1000, 1001)
            .book(50, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.CROSS).wantBid(1000, 4).ticks(2)) {
      assertEquals(3, scene.inventory());
      assertEquals(1, scene.bid().remaining);
      scene.ticks(1);
      assertEquals(4, scene.inventory());
      assertEquals(1, scene.fills.getLast().size());
    }
  }

  @Test
  void riskAverseWaitsBehindTheQueueFoundOnArrival() {
    TestTape tape =
        still() // 10 lots ahead
            .trade(25, -1, 1000, 7)
            .book(30, 1000, 1001)
            .trade(35, -1, 1000, 5)
            .book(40, 1000, 1001)
            .trade(45, -1, 1000, 9)
            .book(50, 1000, 1001)
            .book(60, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE).wantBid(1000, 4).ticks(1)) {
      assertEquals(10, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(3, scene.bid().ahead);
      scene.ticks(1); // the trade of 5 takes the 3 ahead and 2 of the order
      assertEquals(2, scene.inventory());
      assertEquals(2, scene.bid().remaining);
      assertEquals(0, scene.bid().ahead);
      scene.ticks(1); // the rest kept its place
      assertEquals(4, scene.inventory());
      assertEquals(0, scene.bid().remaining);
    }
  }

  @Test
  void riskAverseLetsAShrinkingLevelCapTheQueue() {
    TestTape tape =
        still().book(30, 1000, 1001, 4, 10).book(40, 1000, 1001, 12, 10).book(50, 1000, 1001);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE).wantBid(1000, 1).ticks(2)) {
      assertEquals(4, scene.bid().ahead);
      scene.ticks(1);
      assertEquals(4, scene.bid().ahead);
    }
  }

  @Test
  void riskAverseFillsWhenTradesPrintBeyondOrTheOppositeTouchComes() {
    TestTape tape =
        still().trade(25, -1, 999, 2).book(30, 1000, 1001).book(40, 999, 1000).book(50, 999, 1000);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE).wantBid(1000, 5).ticks(2)) {
      assertEquals(2, scene.inventory());
      scene.ticks(1);
      assertEquals(5, scene.inventory());
      assertTrue(scene.fills.getLast().maker());
    }
  }

  @Test
  void aLevelOutOfSightIsUnknownUntilItShows() {
    TestTape tape =
        still().trade(25, -1, 990, 1).book(30, 1000, 1001).book(40, 991, 1001).book(50, 991, 1001);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE).wantBid(990, 1).ticks(2)) {
      assertEquals(QueueModel.UNKNOWN, scene.bid().ahead);
      assertTrue(scene.fills.isEmpty());
      scene.ticks(1);
      assertEquals(10, scene.bid().ahead);
    }
  }

  @Test
  void anOrderInsideTheSpreadHasNothingAhead() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1004)
            .book(20, 1000, 1004)
            .trade(25, 1, 1002, 1)
            .book(30, 1000, 1004)
            .book(40, 1000, 1004);
    try (Scene scene = scene(tape, FillRule.RISK_AVERSE).wantAsk(1002, 3).ticks(2)) {
      assertEquals(0, scene.ask().ahead);
      assertEquals(-1, scene.inventory());
      assertEquals(2, scene.ask().remaining);
    }
  }

  @Test
  void aTradeOfUnknownSideHitsTheSideItReaches() {
    TestTape tape =
        still()
            .trade(22, 0, 1000, 12) // at the best bid
            .book(30, 1000, 1003)
            .trade(33, 0, 1001, 99) // inside
            .book(40, 1000, 1003)
            .trade(43, 0, 1003, 13) // at the best ask
            .book(50, 1000, 1003)
            .book(60, 1000, 1003);
    try (Scene scene =
        scene(tape, FillRule.RISK_AVERSE).wantBid(1000, 5).wantAsk(1003, 5).ticks(2)) {
      assertEquals(2, scene.inventory());
      scene.ticks(1);
      assertEquals(2, scene.inventory());
      scene.ticks(1);
      assertEquals(-1, scene.inventory());
    }
  }

  @Test
  void anOrderThatArrivesBeyondTheTouchTakesThere() {
    TestTape tape = still().book(30, 1000, 1001).book(40, 1000, 1001);
    Terms terms =
        Scene.terms(FillRule.RISK_AVERSE, Mode.CORRECTED, new OrderLatency(10, 10, 10, 0), -0.5, 7);
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1003, 2).ticks(1)) {
      FillLog.Execution fill = scene.fills.getFirst();
      assertEquals(1001, fill.price());
      assertFalse(fill.maker());
      assertEquals(100.1 * 0.002 * 7e-4, fill.cost(), 1e-15);
      assertEquals(1000 - 100.1 * 0.002 * (1 + 7e-4), scene.copy.account.cash, 1e-12);
    }
  }

  @Test
  void aRestingOrderEarnsTheRebate() {
    TestTape tape = still().trade(25, 1, 1002, 1).book(30, 1000, 1001).book(40, 1000, 1001);
    Terms terms =
        Scene.terms(FillRule.RISK_AVERSE, Mode.CORRECTED, new OrderLatency(10, 10, 10, 0), -0.5, 7);
    try (Scene scene = new Scene(tape, folder, terms).wantAsk(1001, 1).ticks(2)) {
      assertEquals(-100.1 * 0.001 * 0.5e-4, scene.fills.getFirst().cost(), 1e-15);
      assertEquals(1000 + 100.1 * 0.001 * (1 + 0.5e-4), scene.copy.account.cash, 1e-12);
    }
  }
}
