package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reward, drawdown, funding and the end of a run; a lot is 0.001, the limit 10 lots. */
class AccountTest {
  @TempDir Path folder;

  private static final Terms TERMS = Scene.terms(FillRule.CROSS, Mode.CORRECTED);

  @Test
  void rewardIsCashOverTheLimitsValueLessTheHoldingPenalty() {
    Account account = new Account(TERMS);
    assertEquals(0, account.reward(0, 100));
    account.fill(1, 1000, 5, true, 100); // 5 lots at 100.0
    // Δcash −0.5 over 100 · 0.01, and 0.04 · (5/10)² · 2 s.
    assertEquals(-0.5 - 0.02, account.reward(2_000_000_000L, 100), 1e-12);
    assertEquals(-0.04 * 0.25 * 0.5, account.reward(2_500_000_000L, 100), 1e-12);
    account.fill(-1, 1010, 5, true, 101);
    assertEquals(0.505 / (101 * 0.01), account.reward(9_000_000_000L, 101), 1e-12);
  }

  @Test
  void rewardOfEquityPaysAsTheMidMoves() {
    Account account =
        new Account(new TestTerms().equityRewarded().of(FillRule.CROSS, Mode.CORRECTED));
    account.reward(0, 100);
    account.fill(1, 1000, 5, true, 101); // 5 lots at 100.0
    // 5 lots gained 1 each, over 101 · 0.01; and the penalty as for cash.
    assertEquals(0.005 / 1.01 - 0.02, account.reward(2_000_000_000L, 101), 1e-12);
    account.fill(-1, 1020, 5, true, 101);
    assertEquals(0.005 / 1.01, account.reward(9_000_000_000L, 101), 1e-12);
  }

  @Test
  void rewardIsClipped() {
    Account account = new Account(TERMS);
    account.fill(-1, 1000, 10, true, 1);
    assertEquals(2.5, account.reward(0, 1));
    account.fill(1, 1000, 10, true, 1);
    assertEquals(-2.5, account.reward(1, 1));
  }

  @Test
  void correctedDrawdownRunsFromTheStart() {
    Account account = new Account(TERMS);
    account.fill(1, 1000, 10, true, 99);
    assertEquals(0.01, account.drawdown, 1e-12);
    account.refreshDrawdown(103);
    assertEquals(0, account.drawdown, 1e-12);
    account.refreshDrawdown(101);
    assertEquals(0.02, account.drawdown, 1e-12);
    assertEquals(0.02, account.maxDrawdown, 1e-12);
  }

  @Test
  void publishedDrawdownIsRefreshedAtFillsOnly() {
    TestTape rising = prices();
    try (Scene published = new Scene(rising, folder, Scene.terms(FillRule.TOUCH, Mode.PUBLISHED));
        Scene corrected =
            new Scene(prices(), folder, Scene.terms(FillRule.TOUCH, Mode.CORRECTED))) {
      published.wantBid(1000, 10).ticks(4);
      corrected.wantBid(1000, 10).ticks(4);
      assertEquals(1, published.fills.size());
      assertEquals(0, published.copy.account.maxDrawdown);
      assertEquals(0.01 * 9.9, corrected.copy.account.maxDrawdown, 1e-9);
    }
  }

  private static TestTape prices() {
    return new TestTape()
        .book(0, 1000, 1001)
        .book(20, 1000, 1001)
        .book(40, 1100, 1101)
        .book(60, 1001, 1002)
        .book(80, 1001, 1002);
  }

  @Test
  void fundingIsPaidOnThePositionAtItsTime() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .trade(15, -1, 990, 10)
            .book(20, 1000, 1001)
            .funding(1, 30, 9, 9) // superseded
            .funding(25, 30, 1e-4, 101)
            .funding(26, -TestTape.START / TestTape.MS, Double.NaN, 101) // no funding time given
            .funding(27, 30, 1e-4, 101)
            .funding(28, 30, 1e-4, Double.NaN) // no mark given
            .funding(31, 30, 9, 9) // too late
            .book(40, 1000, 1001)
            .book(50, 1000, 1001);
    try (Scene scene = new Scene(tape, folder, TERMS).wantBid(1000, 10).ticks(1)) {
      assertEquals(10, scene.inventory());
      double before = scene.copy.account.cash;
      scene.ticks(1);
      assertEquals(-0.01 * 101 * 1e-4, scene.copy.account.cash - before, 1e-12);
      scene.ticks(1);
      assertEquals(-0.01 * 101 * 1e-4, scene.copy.account.cash - before, 1e-12);
    }
  }

  @Test
  void theEndClosesThePositionAtTheTouchAsTaker() {
    TestTape tape = new TestTape().book(0, 1000, 1001).trade(15, -1, 990, 4).book(20, 1000, 1001);
    Terms terms =
        Scene.terms(FillRule.CROSS, Mode.CORRECTED, new OrderLatency(10, 10, 10, 0), 0, 10);
    try (Scene scene = new Scene(tape, folder, terms).wantBid(1000, 10)) {
      while (!scene.copy.over()) {
        scene.ticks(1);
      }
      FillLog.Execution last = scene.fills.getLast();
      assertTrue(last.squareOff());
      assertEquals(-1, last.sign());
      assertEquals(1000, last.price());
      assertEquals(4, last.size());
      assertEquals(0, scene.inventory());
      // Bought and sold 4 lots at 100.0; 10 bps of 0.4 paid once.
      assertEquals(1000 - 0.4 * 10e-4, scene.copy.account.cash, 1e-12);
      assertEquals(0, scene.bid().remaining);
      // The reward of the end: 0.3996 over 100.05 · 0.01, after the penalty of the last tick.
      double penalty = 0.04 * 0.16 * 10;
      assertEquals(0.3996 / (100.05 * 0.01) - penalty, scene.reward(), 1e-9);
    }
  }

  @Test
  void theEndClosesAlsoWhatPartialFillsLeft() {
    TestTape tape = new TestTape().book(0, 1000, 1001).trade(15, -1, 990, 2).book(20, 1000, 1001);
    Terms coarse = new TestTerms().minOrderSize(5).of(FillRule.CROSS, Mode.CORRECTED);
    try (Scene scene = new Scene(tape, folder, coarse).wantBid(1000, 5)) {
      while (!scene.copy.over()) {
        scene.ticks(1);
      }
      assertEquals(2, scene.fills.getLast().size());
      assertEquals(0, scene.inventory());
      assertEquals(1000, scene.copy.account.cash, 1e-12);
    }
  }
}
