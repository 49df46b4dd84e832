package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.system.perp.engine.Accounts;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.Toxicity;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Books, prices, shocks, fills and draws of the made market against their stated numbers. */
class MadeMarketTest {
  private static final int MANY = 20_000;

  @Test
  void midsAndSpreadsAreAsPublished() {
    Simulation simulation = begun("{\"mode\": \"published\"}", 12_345);
    VenueStates venues = simulation.copies().venues();
    // Time 12,345 mod 10,000 ms: 300 + 0.0001·2,345, then 0.4 a venue, each ±0.5
    for (int v = 0; v < 5; v++) {
      assertEquals(300.2345 + 0.4 * v, venues.mid[v], 0.5);
      assertEquals(0.4 + 0.02 * v, venues.spread[v], 1e-12);
      assertEquals(10_000, venues.depth[v]);
    }
  }

  @Test
  void logReturnsHaveTheMomentsOfTheirModel() {
    double[] gbm = moves("{\"model\": \"gbm\", \"sigma\": 0.015}");
    // σ²·dt = 0.015²·0.25, mean less half of it
    assertEquals(0.0075, deviation(gbm), 4 * 0.0075 / Math.sqrt(2 * MANY));
    assertEquals(-0.5 * 0.0075 * 0.0075, mean(gbm), 4 * 0.0075 / Math.sqrt(MANY));
    double[] jump =
        moves(
            "{\"model\": \"jump\", \"sigma\": 0.02, \"jump_probability\": 0.1,"
                + " \"jump_sigma\": 0.03}");
    double variance = 0.02 * 0.02 * 0.25 + 0.1 * 0.03 * 0.03;
    assertEquals(Math.sqrt(variance), deviation(jump), 0.03 * Math.sqrt(variance));
  }

  private static double[] moves(String price) {
    PerpConfig config = PerpConfigs.of("{\"step_millis\": 250, \"price\": %s}".formatted(price));
    Copies copies = new Copies(MANY, config.terms());
    Chance chance = new Chance(MANY, 5, copies.columns());
    MadeMarket market = new MadeMarket(config, Histories.NONE, copies, chance);
    double[] moves = new double[MANY];
    for (int copy = 0; copy < MANY; copy++) {
      chance.begin(copy, copy);
      market.level[copy] = 300;
      market.wildness[copy] = 1;
      market.advance(copy, 1);
      moves[copy] = Math.log(market.level[copy] / 300);
    }
    return moves;
  }

  @Test
  void quotesFillByTheirDistance() {
    // λ = 1·e^(−1.5·0.5) = 0.472; 1 − e^(−λ) = 0.3765
    double expected = 1 - Math.exp(-Math.exp(-0.75));
    assertEquals(expected, fills("{}").share, 4 * Math.sqrt(expected / MANY));
  }

  @Test
  void partialFillsAreRarerAndSmaller() {
    String fills =
        "\"fills\": {\"partial\": true, \"base_probability\": 0.8, \"latency_millis\": 10,"
            + " \"latency_sensitivity\": 2, \"least_share\": 0.25, \"largest_share\": 0.75}";
    // 0.8 · 5,000/10,000 · (1 − 2·10/50) = 0.24
    Filled corrected = fills("{%s}".formatted(fills));
    double expected = 0.24 * (1 - Math.exp(-Math.exp(-0.75)));
    assertEquals(expected, corrected.share, 4 * Math.sqrt(expected / MANY));
    Filled published = fills("{\"mode\": \"published\", %s}".formatted(fills));
    assertEquals(0.24, published.share, 4 * Math.sqrt(0.24 / MANY));
    assertEquals(2, published.meanSize, 0.05, "half of 4");
    assertTrue(published.least >= 1 - 1e-9 && published.largest <= 3 + 1e-9);
  }

  private record Filled(double share, double meanSize, double least, double largest) {}

  /** What becomes of bids of 4 at half a dollar from a mid of 300 at a depth of 5,000 USD. */
  private static Filled fills(String keys) {
    PerpConfig config = PerpConfigs.of(keys);
    Copies copies = new Copies(MANY, config.terms());
    Chance chance = new Chance(MANY, 5, copies.columns());
    QuoteFills fills =
        new QuoteFills(config, copies, new Accounts(copies, new Toxicity(copies)), chance);
    VenueStates venues = copies.venues();
    for (int copy = 0; copy < MANY; copy++) {
      int i = 5 * copy;
      chance.begin(copy, copy);
      venues.mid[i] = 300;
      venues.depth[i] = 5000;
      venues.bidPrice[i] = 299.5;
      venues.bidSize[i] = 4;
      fills.meet(copy, 1);
    }
    double[] bought = Arrays.stream(venues.position).filter(size -> size > 0).toArray();
    return new Filled(
        (double) bought.length / MANY,
        mean(bought),
        Arrays.stream(bought).min().orElseThrow(),
        Arrays.stream(bought).max().orElseThrow());
  }

  @Test
  void shocksDoWhatTheyAreCalled() {
    assertShock("spread_bps", 50, v -> v.spread[1], was -> was + 0.005 * mid());
    assertShock("spread_factor", 2, v -> v.spread[1], was -> 2 * was);
    assertShock("depth_factor", 0.4, v -> v.depth[1], was -> 0.4 * was);
    assertShock("basis_bps", 100, v -> v.mid[1], was -> 1.01 * was);
    assertShock("basis_bps", -100, v -> v.mid[1], was -> 0.99 * was);
    assertShock("funding_factor", -1, v -> v.funding[1], was -> -was);
    // From tick 2 on, at tick 3 the second step: 2·0.5 bps
    assertShock("funding_drift_bps", 0.5, v -> v.funding[1], was -> was + 0.0001);
  }

  private static double mid() {
    return atTickThree("{\"randomisation\": \"mild\"}").mid[1];
  }

  private static void assertShock(
      String kind, double size, ToDoubleFunction<VenueStates> number, DoubleUnaryOperator change) {
    double was = number.applyAsDouble(atTickThree("{\"randomisation\": \"mild\"}"));
    String shocked =
        "{\"randomisation\": \"mild\", \"shocks\": [{\"kind\": \"%s\", \"venue\": 1, \"from\": 2,"
            + " \"until\": 4, \"size\": %s}]}";
    double is = number.applyAsDouble(atTickThree(shocked.formatted(kind, size)));
    assertEquals(change.applyAsDouble(was), is, 1e-9, kind);
  }

  private static VenueStates atTickThree(String keys) {
    Simulation simulation = begun(keys, 5);
    for (int tick = 1; tick <= 3; tick++) {
      simulation.step(0, tick, ActionCode.nothing(5));
    }
    return simulation.copies().venues();
  }

  @Test
  void mildEpisodesDifferAsTabled() {
    assertRange("mild", c -> 1e4 * c.drawn().makerFee[0], 1.0, 2.5);
    assertRange("mild", c -> 1e4 * c.drawn().takerFee[0], 4, 6);
    assertRange("mild", c -> c.drawn().slippageLinear[0], 0.008, 0.015);
    assertRange("mild", c -> c.drawn().slippageQuadratic[0], 0.0008, 0.0015);
    assertRange("mild", c -> c.drawn().referenceVolatility[0], 0.02, 0.035);
    assertRange("mild", c -> c.drawn().alphaShort[0], 0.15, 0.25);
    assertRange("mild", c -> c.drawn().alphaLong[0], 0.04, 0.06);
    assertRange("mild", c -> c.venues().spread[0], 0.9 * 0.4 - 0.05, 1.2 * 0.4 + 0.05);
    assertRange("mild", c -> c.venues().position[0], -5, 5);
    assertRange("mild", c -> c.venues().mid[0], 250 - 0.5, 350 + 1.5);
    assertRange("mild", c -> c.venues().funding[0], -0.012, 0.012);
  }

  @Test
  void fullEpisodesDifferAsTabled() {
    assertRange("full", c -> 1e4 * c.drawn().makerFee[0], -0.5, 3);
    assertRange("full", c -> 1e4 * c.drawn().takerFee[0], 2, 7);
    assertRange("full", c -> c.drawn().slippageLinear[0], 0.005, 0.02);
    assertRange("full", c -> c.drawn().slippageQuadratic[0], 0.0005, 0.002);
    assertRange("full", c -> c.drawn().referenceVolatility[0], 0.015, 0.045);
    assertRange("full", c -> c.drawn().alphaShort[0], 0.1, 0.3);
    assertRange("full", c -> c.drawn().alphaLong[0], 0.03, 0.08);
    assertRange("full", c -> c.venues().spread[0], 0.8 * 0.4 - 0.1, 1.5 * 0.4 + 0.1);
    assertRange("full", c -> c.venues().position[0], -10, 10);
    assertRange("full", c -> c.venues().mid[0], 200 - 0.5, 400 + 1.5);
    assertRange("full", c -> c.venues().funding[0], -0.025, 0.025);
  }

  /** Draws stay within a range and come within a fifth of its width to both ends. */
  private static void assertRange(
      String preset, ToDoubleFunction<Copies> number, double low, double high) {
    String keys = "{\"randomisation\": \"%s\"}".formatted(preset);
    Simulation simulation = new Simulation(PerpConfigs.of(keys), 1);
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int seed = 0; seed < 500; seed++) {
      simulation.begin(0, seed * 7919L);
      double drawn = number.applyAsDouble(simulation.copies());
      least = Math.min(least, drawn);
      largest = Math.max(largest, drawn);
    }
    assertTrue(least >= low - 1e-9 && largest <= high + 1e-9, least + " … " + largest);
    double slack = 0.2 * (high - low);
    assertTrue(least <= low + slack && largest >= high - slack, least + " … " + largest);
  }

  private static Simulation begun(String keys, long seed) {
    Simulation simulation = new Simulation(PerpConfigs.of(keys), 1);
    simulation.begin(0, seed);
    return simulation;
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  private static double deviation(double[] numbers) {
    double mean = mean(numbers);
    return Math.sqrt(
        Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }
}
