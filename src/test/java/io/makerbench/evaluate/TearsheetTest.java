package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawdowns, calendar, half-life and held values against figures reckoned by hand. */
class TearsheetTest {
  private static final long SECOND = 1_000_000_000L;

  /** 2024-08-08 00:00 UTC. */
  private static final long START = 1_723_075_200L * SECOND;

  private static Episode episode(long stepNs, double[] profit, double[] inventory) {
    long[] time = new long[profit.length];
    for (int i = 0; i < time.length; i++) {
      time[i] = START + i * stepNs;
    }
    Episode quiet = MadeEpisodes.of(time, new double[profit.length], inventory, List.of());
    for (int i = 0; i < time.length; i++) {
      quiet.equity()[i] = quiet.initialCash() + profit[i];
      quiet.cash()[i] = quiet.equity()[i];
    }
    return quiet;
  }

  @Test
  void fallsBeginAtAPeakAndEndWhereItIsReachedAgain() {
    double[] profit = {0, 2, 1, -1, 1.5, 2, 3, 2.5, 2.9};
    List<Drawdown> worst = Drawdown.worst(List.of(episode(SECOND, profit, new double[9])), 10);
    assertEquals(2, worst.size());
    assertEquals(
        new Drawdown("window", 3, START + SECOND, START + 3 * SECOND, START + 5 * SECOND, true),
        worst.get(0));
    assertEquals(0.5, worst.get(1).depth(), 1e-12);
    assertFalse(worst.get(1).recovered());
    assertEquals(2 * SECOND, worst.get(1).lengthNs());
  }

  @Test
  void riskIsRolledOverTheLastSeconds() {
    double[] changes = {1, 2, 3, 3, 3, 5};
    RollingRisk rolled = RollingRisk.of(changes, 3, 10);
    assertArrayEquals(new int[] {2, 3, 4, 5}, rolled.second());
    // of 1 2 3, of 2 3 3, of 3 3 3 and of 3 3 5: means 2, 8/3, 3, 11/3; variances 1, 1/3, 0, 4/3
    double[] sd = {1, Math.sqrt(1 / 3.0), 0, Math.sqrt(4 / 3.0)};
    double[] mean = {2, 8 / 3.0, 3, 11 / 3.0};
    for (int i = 0; i < sd.length; i++) {
      assertEquals(60 * sd[i], rolled.volatility()[i], 1e-9);
      double year = sd[i] == 0 ? Double.NaN : Math.sqrt(31_536_000) * mean[i] / sd[i];
      assertEquals(year, rolled.sharpe()[i], 1e-6);
    }
    assertArrayEquals(new int[] {2, 4}, RollingRisk.of(changes, 3, 2).second());
    assertEquals(0, RollingRisk.of(changes, 7, 10).second().length);
  }

  @Test
  void theDeepestFallIsTheLargestDrawdownOfTheMetrics() {
    Episode episode = MadeEpisodes.make("a", "w", 3, 5_000, 0.05);
    assertEquals(
        EquityRisk.of(episode).maxDrawdown(),
        Drawdown.worst(List.of(episode), 1).getFirst().depth(),
        1e-9);
  }

  @Test
  void cellsOfACalendarAddUpToTheRealisedProfit() {
    List<Episode> episodes =
        List.of(
            MadeEpisodes.make("a", "v", 1, 4_000, 0.05),
            MadeEpisodes.make("a", "w", 2, 4_000, 0.05));
    ProfitCalendar calendar = ProfitCalendar.of(episodes);
    assertEquals(ProfitCalendar.Unit.HOUR, calendar.unit());
    assertEquals(List.of(1, 2), List.copyOf(calendar.rows().get("2024-08-08").keySet()));
    assertEquals(episodes.stream().mapToDouble(Episode::realisedPnl).sum(), calendar.total(), 1e-9);
  }

  @Test
  void longRecordingsHaveAMonthACell() {
    long day = 24 * 3600 * SECOND;
    double[] profit = new double[100];
    for (int i = 0; i < profit.length; i++) {
      profit[i] = i < 24 ? 0 : 5; // all of it is earned on 2024-09-01
    }
    ProfitCalendar calendar = ProfitCalendar.of(List.of(episode(day, profit, new double[100])));
    assertEquals(ProfitCalendar.Unit.MONTH, calendar.unit());
    assertEquals(0, calendar.rows().get("2024").get(8));
    assertEquals(5, calendar.rows().get("2024").get(9));
  }

  @Test
  void halfLifeIsThatOfTheProcessThatMadeThePosition() {
    double phi = 0.9; // a second later: half is gone after ln 2 / −ln 0.9 = 6.58 s
    RandomStream random = RandomStream.named(1, "position", 0);
    double[] inventory = new double[200_000];
    for (int i = 1; i < inventory.length; i++) {
      inventory[i] = phi * inventory[i - 1] + random.nextGaussian();
    }
    // span 200,000 s, so the grid has steps of 2 s
    double found =
        HalfLife.ofInventory(List.of(episode(SECOND, new double[inventory.length], inventory)));
    assertEquals(6.58, found, 0.2);
    assertTrue(
        Double.isNaN(HalfLife.ofInventory(List.of(episode(SECOND, new double[9], new double[9])))));
  }

  @Test
  void valuesCountForTheTimeTheyHeld() {
    double[] inventory = {0, 1, 1, -1, 9}; // the last tick holds for no time
    HeldValues held =
        HeldValues.of(List.of(episode(SECOND, new double[5], inventory)), Episode::inventory);
    assertEquals(
        9,
        Exposure.of(episode(SECOND, new double[5], inventory), Double.NaN).maxAbsolutePosition());
    assertArrayEquals(new double[] {-1, 0, 1}, held.values());
    assertArrayEquals(new double[] {1, 1, 2}, held.seconds());
    assertEquals(0, held.quantile(0.5));
    assertEquals(1, held.quantile(0.9));
    assertEquals(0.5, held.shareUpTo(0.5));
    assertArrayEquals(new double[] {0.25, 0.25, 0.5}, held.shares(-1.5, 1.5, 3));
  }

  @Test
  void placeInTheQueueIsThatOfTheTickBeforeTheFill() {
    Episode made = MadeEpisodes.make("a", "w", 5, 3_000, 0.05);
    HeldValues ahead = QueueAtFill.of(List.of(made));
    long known =
        made.fills().stream()
            .filter(f -> f.maker() && f.tick() > 0)
            .filter(f -> !Double.isNaN(made.bidAhead()[f.tick() - 1]))
            .count();
    assertEquals(known, ahead.total());
    assertTrue(known > 0 && ahead.quantile(0) >= 0 && ahead.quantile(1) <= 1);
  }
}
