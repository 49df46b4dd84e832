package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.Corrections;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.policy.Policy;
import io.makerbench.system.RewardTerm;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.KillReason;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.VenueConfig;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What profit is said to come from, and what is recorded beside it. */
class ProfitSplitTest {
  private static final double ROUNDING = 1e-7;

  @Property(tries = 30)
  void sourcesAndVenuesAddUpToTheProfitAtEveryTick(
      @ForAll long seed, @ForAll Mode mode, @ForAll PriceModel price) {
    PerpConfig config =
        PerpConfigs.of(
            """
            {"mode": "%s", "randomisation": "full", "max_ticks": 60, "evaluation_seed": %d,
             "price": {"model": "%s", "sigma": 0.004}, "evaluation_windows": 1}
            """
                .formatted(name(mode), seed, name(price)));
    Episode episode = play(config, new RandomActions(seed));
    double[] sum = new double[episode.ticks()];
    for (VenueConfig venue : config.venues()) {
      for (ProfitSource source : ProfitSource.values()) {
        double[] gained = series(episode, venue.name(), VenueSeries.profit(source));
        Arrays.setAll(sum, t -> sum[t] + gained[t]);
      }
    }
    assertArrayEquals(episode.equity(), sum, ROUNDING);
  }

  @Property(tries = 20)
  void rewardsAddUpFromTheirTerms(@ForAll long seed, @ForAll RewardTier tier) {
    PerpConfig config =
        PerpConfigs.of(
            """
            {"randomisation": "full", "max_ticks": 60, "evaluation_seed": %d, "reward_tier": "%s",
             "evaluation_windows": 1, "loss_limit": 20}
            """
                .formatted(seed, name(tier)));
    try (PerpMarket market = new PerpMarket(config)) {
      Episode episode = market.run(new RandomActions(seed), market.evaluationWindows().getFirst());
      double[] sum = new double[episode.ticks()];
      List<RewardTerm> terms = market.rewardTerms(episode);
      assertEquals(RewardPart.values().length, terms.size());
      terms.forEach(term -> Arrays.setAll(sum, t -> sum[t] + term.values()[t]));
      assertArrayEquals(episode.reward(), sum, ROUNDING);
    }
  }

  @Test
  void aKillIsRecordedAtItsTickWithItsReason() {
    PerpConfig config =
        PerpConfigs.of(
            """
            {"loss_limit": 1, "initial_position": 30, "max_ticks": 400, "evaluation_windows": 8,
             "price": {"model": "gbm", "sigma": 0.002}}
            """);
    Episode episode = firstKilled(config);
    int last = episode.ticks() - 1;
    double[] reasons = series(episode, "", DeskSeries.KILL_REASON.series());
    assertEquals(KillReason.LOSS.ordinal(), reasons[last]);
    assertEquals(0, reasons[last - 1]);
    assertEquals(DeskStates.HARD_LIMIT, series(episode, "", DeskSeries.REGIME.series())[last]);
    Metrics metrics = Metrics.of(episode, Double.NaN, Double.NaN);
    assertEquals(1, metrics.value(Metric.KILL_RATE));
    assertTrue(metrics.value(Metric.MAX_DRAWDOWN) >= 1);
  }

  @Test
  void realisedProfitIsSpreadAndPositionAndFundingLessFees() {
    PerpConfig config =
        PerpConfigs.of(
            """
            {"randomisation": "full", "max_ticks": 300, "evaluation_seed": 8,
             "evaluation_windows": 1}
            """);
    Episode episode = play(config, new RandomActions(4));
    Metrics m = Metrics.of(episode, Double.NaN, Double.NaN);
    assertEquals(0, m.value(Metric.KILL_RATE));
    assertTrue(Math.abs(m.value(Metric.FUNDING_PNL)) > 0);
    assertEquals(
        m.value(Metric.REALISED_PNL),
        m.value(Metric.SPREAD_PNL)
            + m.value(Metric.INVENTORY_PNL)
            + m.value(Metric.FUNDING_PNL)
            - m.value(Metric.FEES),
        ROUNDING);
  }

  @Test
  void correctedActionsAreCountedByReasonAndSaidInWords() {
    PerpConfig config = PerpConfigs.of("{\"max_ticks\": 10, \"evaluation_windows\": 1}");
    Episode episode = play(config, new FaultyActions());
    List<Corrections> found = Corrections.of(episode);
    assertEquals(
        List.of("not finite 20", "out of range 10"),
        found.stream().map(c -> c.reason() + " " + c.count()).toList());
    assertEquals(
        List.of(
            "Actions of faulty were corrected before they took effect: not finite 20 times, out of"
                + " range 10 times."),
        Corrections.sentences(found));
  }

  /** The identity with a NaN, an infinite number and one beyond its range. */
  private record FaultyActions() implements Policy {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      float[] numbers = ActionCode.identity(5);
      numbers[0] = Float.NaN;
      numbers[6] = Float.NEGATIVE_INFINITY;
      numbers[12] = 1.5f;
      System.arraycopy(numbers, 0, actions.continuous, 0, numbers.length);
    }
  }

  @Test
  void venuesAreRecordedAsTheyWere() {
    PerpConfig config =
        PerpConfigs.of(
            """
            {"max_ticks": 20, "evaluation_windows": 1,
             "shocks": [{"kind": "outage", "venue": 1, "from": 5, "until": 8}]}
            """);
    Episode episode = play(config, new RandomActions(4));
    double[] mid = series(episode, "hyperliquid", VenueSeries.MID.series());
    double[] bid = series(episode, "hyperliquid", VenueSeries.OWN_BID.series());
    double[] status = series(episode, "hyperliquid", VenueSeries.STATUS.series());
    for (int tick = 1; tick <= 20; tick++) {
      boolean out = tick >= 5 && tick < 8;
      assertEquals(out, Double.isNaN(mid[tick]), "tick " + tick);
      assertTrue(!out || status[tick] == VenueStates.DISABLED, "tick " + tick);
      assertTrue(Double.isNaN(bid[tick]) || bid[tick] < mid[tick], "tick " + tick);
    }
    double[] net = new double[episode.ticks()];
    for (VenueConfig venue : config.venues()) {
      double[] held = series(episode, venue.name(), VenueSeries.POSITION.series());
      Arrays.setAll(net, t -> net[t] + held[t]);
    }
    assertArrayEquals(episode.inventory(), net, 1e-9);
  }

  private static Episode play(PerpConfig config, Policy policy) {
    try (PerpMarket market = new PerpMarket(config)) {
      return market.run(policy, market.evaluationWindows().getFirst());
    }
  }

  private static Episode firstKilled(PerpConfig config) {
    try (PerpMarket market = new PerpMarket(config)) {
      return market.evaluationWindows().stream()
          .map(window -> market.run(market.baseline("do_nothing"), window))
          .filter(episode -> episode.ticks() <= 400)
          .findFirst()
          .orElseThrow();
    }
  }

  private static double[] series(Episode episode, String of, String name) {
    return episode.series(of, name).orElseThrow();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Does anything at all, the same for the same seed. */
  private record RandomActions(Random random) implements Policy {
    private RandomActions(long seed) {
      this(new Random(seed));
    }

    @Override
    public String name() {
      return "random";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      for (int n = 0; n < actions.continuous.length; n++) {
        actions.continuous[n] = random.nextFloat(-1, 1);
      }
    }
  }
}
