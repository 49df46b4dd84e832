package io.makerbench.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.env.Side;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final double LIMIT = 0.001;
  private static final long SECOND = 1_000_000_000L;
  private static final double ROUNDING = 1e-9;

  @Property(tries = 60)
  void partsAddUpToTheRealisedProfit(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 400) int ticks) {
    Episode episode = MadeEpisodes.make("dqn", "w", seed, ticks, 0.2);
    assertEquals(episode.realisedPnl(), PnlSplit.of(episode).total(), ROUNDING);
  }

  @Property(tries = 60)
  void secondsAddUpToTheChangeOfEquity(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 400) int ticks) {
    Episode episode = MadeEpisodes.make("dqn", "w", seed, ticks, 0.2);
    double[] seconds = EquityRisk.secondlyPnl(episode);
    assertEquals(Math.max(1, (ticks - 1 + 9) / 10), seconds.length);
    assertEquals(
        episode.equity()[ticks - 1] - episode.initialCash(),
        Arrays.stream(seconds).sum(),
        ROUNDING);
  }

  @Property(tries = 40)
  void effectiveHalfSpreadIsImpactPlusRealised(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Markouts markouts = Markouts.of(List.of(MadeEpisodes.make("dqn", "w", seed, 700, 0.3)));
    for (Markouts.Point point : markouts.points()) {
      if (point.fills() > 0) {
        assertEquals(point.effective(), point.impact() + point.realised(), ROUNDING);
      }
    }
  }

  @Test
  void splitOfARoundTripByHand() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0, SECOND, 2 * SECOND},
            new double[] {100, 101, 103},
            new double[] {2, 2, 0},
            List.of(
                MadeEpisodes.fill(0, 0, Side.BUY, 99.5, 2, 100),
                MadeEpisodes.fill(2, 2 * SECOND, Side.SELL, 103.25, 2, 103)));
    assertEquals(new PnlSplit(2 * 0.5 + 2 * 0.25, 2 * 3, 0), PnlSplit.of(episode));
  }

  @Test
  void positionLeftAtTheEndCountsAsNothing() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0},
            new double[] {100},
            new double[] {2},
            List.of(MadeEpisodes.fill(0, 0, Side.BUY, 99, 2, 100)));
    assertEquals(-2 * 99, PnlSplit.of(episode).total());
  }

  @Test
  void markoutOfABuyByHand() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0, SECOND / 100, SECOND},
            new double[] {100, 99.75, 98},
            new double[] {1, 1, 1},
            List.of(
                MadeEpisodes.fill(0, 0, Side.BUY, 99.5, 1, 100),
                MadeEpisodes.fill(0, 0, Side.BUY, 99.5, 3, 100)));
    Markouts markouts = Markouts.of(List.of(episode));
    Markouts.Point tenMs = markouts.points().getFirst();
    assertEquals(new Markouts.Point(10, 2, 0.5, 0.25, 0.25, 0), tenMs);
    assertEquals(-1.5, markouts.realised(1_000), "sold to by someone who knew");
    assertTrue(Double.isNaN(markouts.realised(10_000)), "the episode ends before");
  }

  @Test
  void markoutIntervalOfTwoFillsByHand() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0, SECOND},
            new double[] {100, 100},
            new double[] {0, 0},
            List.of(
                MadeEpisodes.fill(0, 0, Side.BUY, 99, 1, 100),
                MadeEpisodes.fill(0, 0, Side.SELL, 103, 1, 100)));
    double t975WithOneDegree = 12.7062047;
    Markouts.Point point = Markouts.of(List.of(episode)).points().getFirst();
    assertEquals(2, point.realised());
    assertEquals(t975WithOneDegree * Math.sqrt(2) / Math.sqrt(2), point.margin(), 1e-6);
  }

  @Test
  void exposureIsWeightedByTime() {
    Episode episode =
        MadeEpisodes.of(
            new long[] {0, 3 * SECOND, 4 * SECOND},
            new double[] {100, 100, 100},
            new double[] {-0.001, 0.0005, 0},
            List.of());
    Exposure exposure = Exposure.of(episode, LIMIT);
    assertEquals((3 * 0.001 + 0.0005) / 4, exposure.meanAbsolutePosition(), 1e-15);
    assertEquals(0.75, exposure.timeAtLimit());
    assertEquals(0.1, exposure.marketSpread(), ROUNDING);
    assertEquals(0, exposure.timeQuoted());
    assertTrue(Double.isNaN(Exposure.of(episode, Double.NaN).timeAtLimit()));
  }

  @Test
  void quotesAreCountedWhenTheyAppearOrMove() {
    Episode episode = MadeEpisodes.make("dqn", "w", 4, 5, 0);
    double nan = Double.NaN;
    System.arraycopy(new double[] {nan, 1, 1, nan, 1}, 0, episode.ownBid(), 0, 5);
    System.arraycopy(new double[] {2, 3, 3, 3, nan}, 0, episode.ownAsk(), 0, 5);
    assertEquals(2 + 2, Trading.of(episode).quotes());
    assertEquals(1, Exposure.of(episode, LIMIT).timeQuoted());
    assertEquals(0.5, Exposure.of(episode, LIMIT).timeTwoSided());
  }

  @Test
  void riskOfAKnownEquity() {
    double[] equity = {1000, 1001, 999, 1002};
    Episode made =
        MadeEpisodes.of(
            new long[] {0, SECOND, 2 * SECOND, 3 * SECOND},
            new double[] {100, 100, 100, 100},
            new double[4],
            List.of());
    System.arraycopy(equity, 0, made.equity(), 0, equity.length);
    assertArrayEquals(new double[] {1, -2, 3}, EquityRisk.secondlyPnl(made), ROUNDING);
    EquityRisk risk = EquityRisk.of(made);
    double sd = Math.sqrt((1.0 / 9 + 64.0 / 9 + 49.0 / 9) / 2);
    assertEquals(2.0 / 3 / sd, risk.sharpe(), ROUNDING);
    assertEquals(2.0 / 3 / Math.sqrt(4.0 / 3), risk.sortino(), ROUNDING);
    assertEquals(2, risk.maxDrawdown());
    assertEquals(-2, risk.cvar10());
  }

  @Test
  void doingNothingLeavesRatiosUndefined() {
    Metrics metrics =
        Metrics.of(MadeEpisodes.make("do_nothing", "w", 1, 100, 0), LIMIT, Double.NaN);
    assertEquals(0, metrics.value(Metric.REALISED_PNL));
    assertEquals(0, metrics.value(Metric.FILLS));
    assertEquals(0, metrics.value(Metric.MAX_DRAWDOWN));
    assertTrue(Double.isNaN(metrics.value(Metric.SHARPE)));
    assertTrue(Double.isNaN(metrics.value(Metric.HALF_SPREAD)));
    assertTrue(Double.isNaN(metrics.value(Metric.PNL_PER_MAP)));
  }

  @Test
  void sharesAndCountsAgreeWithTheFills() {
    Episode episode = MadeEpisodes.make("dqn", "w", 8, 2000, 0.2);
    Metrics metrics = Metrics.of(episode, LIMIT, Double.NaN);
    assertEquals(episode.fills().size(), metrics.value(Metric.FILLS));
    assertEquals(
        metrics.value(Metric.FILLS), metrics.value(Metric.BUYS) + metrics.value(Metric.SELLS));
    assertEquals(
        1, metrics.value(Metric.MAKER_SHARE) + metrics.value(Metric.TAKER_SHARE), ROUNDING);
    assertEquals(
        1, metrics.value(Metric.FILL_RATE) * metrics.value(Metric.QUOTE_TO_TRADE), ROUNDING);
    assertEquals(episode.fills().getLast().totalCost(), metrics.value(Metric.FEES), ROUNDING);
  }

  @Test
  void columnNamesAreSnakeCaseAndDeclaredOnce() {
    List<String> columns = Arrays.stream(Metric.values()).map(Metric::column).toList();
    assertEquals(columns.size(), columns.stream().distinct().count());
    assertTrue(columns.stream().allMatch(name -> name.matches("[a-z0-9_]+")));
    assertTrue(Better.LOWER.prefers(1, 2) && !Better.LOWER.prefers(Double.NaN, 2));
  }
}
