package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.ConservationCheck;
import io.makerbench.book.Contract;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.PnlSplit;
import io.makerbench.evaluate.Trading;
import io.makerbench.system.FundingPayments;
import io.makerbench.tape.FundingHistory;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts of 100 quote currency settled in coins; a lot is 0.001 contracts, the limit 10 lots.
 */
class InverseContractTest {
  private static final Contract CONTRACT = new Contract(Contract.Kind.INVERSE, 100);
  private static final Terms TERMS =
      new TestTerms().contract(CONTRACT).fees(0, 10).of(FillRule.CROSS, Mode.CORRECTED);

  @TempDir Path folder;

  @Test
  void cashIsCoinsAndProfitIsTheDifferenceOfTheReciprocals() {
    Account account = new Account(TERMS);
    account.fill(1, 1000, 10, true, 100.0);
    // 0.01 contracts of 100 at 100.0 bring 0.01 coins in.
    assertEquals(1000.01, account.cash, 1e-12);
    assertEquals(1000, account.equity(100.0), 1e-12);
    assertEquals(1000 + (1 / 100.0 - 1 / 125.0), account.equity(125.0), 1e-12);
    account.fill(-1, 1250, 10, false, 125.0);
    // 10 bps of 0.008 coins.
    assertEquals(1000 + 0.002 - 8e-6, account.cash, 1e-12);
    assertEquals(8e-6, account.totalCost, 1e-18);
  }

  @Test
  void theLimitsValueIsTheUnitOfTheReward() {
    Account account = new Account(TERMS);
    account.reward(0, 100);
    account.fill(1, 1000, 5, true, 100);
    // Half the limit bought: the coins come in, the mirror of a linear contract.
    assertEquals(0.5 - 0.04 * 0.25, account.reward(1_000_000_000L, 100), 1e-12);
  }

  @Test
  void theRecordCountsCoinsAtTheFirstMidThroughout() {
    TestTape tape =
        new TestTape()
            .book(0, 1000, 1001)
            .trade(15, -1, 990, 4)
            .book(20, 1000, 1001)
            .book(40, 1250, 1251);
    try (Tape written = tape.andQuiet().write(folder)) {
      Stretch stretch = Scene.stretch(written, Mode.CORRECTED);
      EpisodeRecorder recorder = new EpisodeRecorder(TERMS, "cross", stretch.ticks);
      Simulation copy =
          new Simulation(
              new Stretch[] {stretch}, TERMS, Scene.ALL_BLOCKS, Scene.TIMEOUT_SEC, recorder);
      double reward = copy.begin();
      copy.exchange.bid.want(1000, 4);
      while (!copy.over()) {
        recorder.tick(copy, reward, -1, false);
        reward = copy.advance();
      }
      recorder.tick(copy, reward, -1, false);
      Episode episode = recorder.episode("test", "w");
      ConservationCheck.accounts(episode);
      // 0.004 contracts bought at 100.0 and closed at 125.0 as taker; the first mid is 100.05.
      double coins = 0.4 * (1 / 100.0 - 1 / 125.0) - 0.4 / 125.0 * 10e-4;
      assertEquals(coins * 100.05, episode.realisedPnl(), 1e-9);
      PnlSplit split = PnlSplit.of(episode);
      assertEquals(episode.realisedPnl(), split.total(), 1e-9);
      assertEquals(0.4 * (1 / 100.0 + 1 / 125.0) * 100.05, Trading.of(episode).turnover(), 1e-9);
      assertEquals(Contract.Kind.INVERSE, episode.contract().kind());
      assertEquals(100 * 100.05, episode.contract().size(), 1e-9);
    }
  }

  @Test
  void fundingIsPaidInCoinsOnTheMidAtItsTime() {
    TestTape tape =
        new TestTape().book(0, 1000, 1001).book(20, 999, 1001).book(40, 1100, 1101).andQuiet();
    long due = TestTape.at(30);
    long late = TestTape.at(1_000_000);
    FundingHistory history =
        new FundingHistory(new long[] {1, due, late}, new double[] {9, 1e-4, 9});
    try (Tape written = tape.write(folder)) {
      FundingPayments.Due inverse =
          new FundingPayments(CONTRACT, history).between(written, TestTape.at(0), due + 5);
      assertEquals(1, inverse.count());
      assertEquals(due, inverse.time(0));
      assertEquals(-100 / 100.0 * 1e-4, inverse.payments()[0], 1e-15);
      FundingPayments.Due linear =
          new FundingPayments(Contract.SPOT, history).between(written, TestTape.at(0), due + 5);
      assertEquals(-100.0 * 1e-4, linear.payments()[0], 1e-15);
    }
  }
}
