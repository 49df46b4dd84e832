package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Space;
import io.makerbench.evaluate.PnlSplit;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Footage;
import io.makerbench.system.Part;
import io.makerbench.system.Window;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenuesMarketTest {
  private static final double ROUNDING = 1e-9;
  private static final long LATENCY_NS = 10_000_000;
  private static final long WAKE_NS = 100_000_000;

  /** Bid and ask of the first market at the touch, nothing in the others. */
  private static final int FIRST_MARKET_ONLY = 3;

  @TempDir static Path tapes;

  private static String several(String... markets) {
    return """
    {"markets": [%s],
     "evaluation_intervals": [{"start": "2024-01-01 00:00:20", "end": "2024-01-01 00:00:50"}],
     "evaluation_windows": 2}\
    """
        .formatted(String.join(",", markets));
  }

  /** Quotes here and there, as chance will have it. */
  private static Policy erratic(int choices) {
    RandomStream random = RandomStream.named(5, "erratic", 0);
    return new Policy() {
      @Override
      public String name() {
        return "erratic";
      }

      @Override
      public void act(float[] observations, int count, Actions actions) {
        actions.discrete[0] = random.nextInt(choices);
      }
    };
  }

  @Test
  void everyFillIsAccountedInEveryMarketAndInAll() {
    try (VenuesMarket market =
        MadeVenues.open(several(MadeVenues.LINEAR, MadeVenues.INVERSE), tapes)) {
      List<Policy> policies =
          List.of(market.baseline("symmetric_l1"), market.baseline("reference_maker"), erratic(16));
      for (Policy policy : policies) {
        for (Window window : market.evaluationWindows()) {
          Episode whole = market.run(policy, window);
          assertConserved(whole, 0);
          List<Part> parts = market.parts(window);
          assertEquals(2, parts.size());
          double sum = 0;
          int fills = 0;
          for (Part part : parts) {
            Episode own = market.run(policy, part.window());
            assertFalse(own.fills().isEmpty(), policy.name() + " in " + part.market());
            assertConserved(own, ROUNDING);
            sum += own.realisedPnl();
            fills += own.fills().size();
          }
          assertEquals(whole.realisedPnl(), sum, ROUNDING);
          assertEquals(whole.fills().size(), fills);
        }
      }
    }
  }

  /**
   * Replays the account from the fills. A whole has no mid of its own, so its equity is checked
   * through its parts.
   */
  private static void assertConserved(Episode episode, double equityTolerance) {
    double cash = episode.initialCash();
    double inventory = 0;
    int tick = 0;
    for (Fill fill : episode.fills()) {
      for (; tick < fill.tick(); tick++) {
        assertAccount(episode, tick, cash, inventory, equityTolerance);
      }
      cash -= fill.side().sign() * fill.quantity() * fill.price() + fill.cost();
      inventory += fill.side().sign() * fill.quantity();
      assertEquals(cash, fill.cash(), ROUNDING);
      assertEquals(inventory, fill.inventory(), ROUNDING);
      assertTrue(
          fill.squareOff() || episode.timeNs()[fill.tick()] >= fill.timeNs() + LATENCY_NS,
          "heard before the answer came");
    }
    int last = episode.ticks() - 1;
    assertEquals(0, episode.inventory()[last], ROUNDING);
    assertEquals(episode.equity()[last], episode.cash()[last], ROUNDING);
    assertEquals(episode.realisedPnl(), PnlSplit.of(episode).total(), ROUNDING);
  }

  private static void assertAccount(
      Episode episode, int tick, double cash, double inventory, double equityTolerance) {
    assertEquals(cash, episode.cash()[tick], ROUNDING);
    assertEquals(inventory, episode.inventory()[tick], ROUNDING);
    if (equityTolerance > 0) {
      double equity = cash + inventory * episode.mid()[tick];
      assertEquals(equity, episode.equity()[tick], equityTolerance);
    }
  }

  @Test
  void aMarketAloneIsWhatItIsAmongOthersThatAreLeftAlone() {
    Policy policy = new ConstantPolicy("first", FIRST_MARKET_ONLY);
    try (VenuesMarket alone = MadeVenues.open(several(MadeVenues.LINEAR), tapes);
        VenuesMarket among =
            MadeVenues.open(
                several(MadeVenues.LINEAR, MadeVenues.INVERSE, MadeVenues.LINEAR), tapes)) {
      for (int w = 0; w < 2; w++) {
        Window window = alone.evaluationWindows().get(w);
        Window same = among.evaluationWindows().get(w);
        List<Part> parts = among.parts(same);
        List<OrderFill> expected = alone.orderFills(policy, window);
        assertFalse(expected.isEmpty());
        assertTrue(expected.stream().anyMatch(fill -> fill.quantity() == 0.009), "no float dust");
        assertEquals(expected, among.orderFills(policy, parts.get(0).window()));
        assertEquals(List.of(), among.orderFills(policy, parts.get(1).window()));
        assertEquals(List.of(), among.orderFills(policy, parts.get(2).window()));
      }
    }
  }

  @Test
  void marketsOfOneKindDifferByTheirSeeds() {
    try (VenuesMarket market =
        MadeVenues.open(several(MadeVenues.LINEAR, MadeVenues.LINEAR), tapes)) {
      Window window = market.evaluationWindows().getFirst();
      Policy policy = market.baseline("symmetric_l1");
      List<Part> parts = market.parts(window);
      assertEquals(
          List.of("synthetic SYNTHETIC", "synthetic SYNTHETIC 2"),
          parts.stream().map(Part::market).toList());
      assertFalse(
          market
              .orderFills(policy, parts.get(0).window())
              .equals(market.orderFills(policy, parts.get(1).window())));
    }
  }

  @Test
  void whatIsObservedAndChosenHasNames() {
    try (VenuesMarket market =
        MadeVenues.open(several(MadeVenues.LINEAR, MadeVenues.INVERSE), tapes)) {
      assertEquals(market.observationWidth(), market.observationNames().size());
      assertEquals("time left", market.observationNames().getLast());
      assertEquals(market.actionSpace(), new Space.Discrete(market.actionNames().size()));
    }
  }

  @Test
  void quotesLeaveThePositionWithinItsLimit() {
    try (VenuesMarket market = MadeVenues.open(several(MadeVenues.LINEAR), tapes)) {
      for (Policy policy : List.of(market.baseline("symmetric_l1"), erratic(4))) {
        Episode episode = market.run(policy, market.evaluationWindows().getFirst());
        double largest = 0;
        for (double inventory : episode.inventory()) {
          largest = Math.max(largest, Math.abs(inventory));
        }
        assertTrue(largest > 0 && largest <= market.inventoryLimit() + ROUNDING, "" + largest);
      }
    }
  }

  /** The reference maker places an order at a wake-up and cancels it at the next, if it is live. */
  @Test
  void noOrderFillsBeforeItCouldArriveNorForMoreThanItsSize() {
    try (VenuesMarket market = MadeVenues.open(several(MadeVenues.LINEAR), tapes)) {
      Window window = market.evaluationWindows().getFirst();
      List<OrderFill> fills = market.orderFills(market.baseline("reference_maker"), window);
      Map<Long, Double> filled = new HashMap<>();
      for (OrderFill fill : fills) {
        assertTrue(fill.timeNs() >= fill.requestNs() - WAKE_NS + LATENCY_NS, fill.toString());
        filled.merge(fill.order(), fill.quantity(), Double::sum);
      }
      assertTrue(filled.size() > 10 && filled.size() < fills.size(), "some fill in parts");
      filled.forEach((order, sum) -> assertTrue(sum <= 0.02 + ROUNDING, order + ": " + sum));
    }
  }

  @Test
  void theRewardIsTheGainInBpsOfTheLargestPositionLessThePenalty() {
    try (VenuesMarket market = MadeVenues.open(several(MadeVenues.LINEAR), tapes)) {
      Window window = market.evaluationWindows().getFirst();
      Episode e = market.run(market.baseline("symmetric_l1"), window);
      for (int i = 1; i < e.ticks(); i++) {
        double gain = (e.equity()[i] - e.equity()[i - 1]) / (0.05 * e.mid()[i]) * 1e4;
        double share = e.inventory()[i] / 0.05;
        assertEquals(gain - 0.04 * share * share * 0.1, e.reward()[i], 1e-6);
      }
    }
  }

  @Test
  void doingNothingCostsNothing() {
    try (VenuesMarket market = MadeVenues.open(several(MadeVenues.LINEAR), tapes)) {
      Window window = market.evaluationWindows().getFirst();
      Episode episode = market.run(market.baseline("do_nothing"), window);
      assertEquals(0, episode.realisedPnl());
      assertTrue(episode.fills().isEmpty());
      for (double reward : episode.reward()) {
        assertEquals(0, reward);
      }
    }
  }

  @Test
  void eachPartShowsItsOwnRecording() {
    try (VenuesMarket market =
        MadeVenues.open(several(MadeVenues.LINEAR, MadeVenues.INVERSE), tapes)) {
      Window window = market.evaluationWindows().getLast();
      List<Footage> footages =
          market.parts(window).stream().map(part -> market.footage(part.window())).toList();
      assertEquals(footages.getFirst(), market.footage(window));
      assertFalse(footages.get(0).tape().equals(footages.get(1).tape()));
      for (Footage footage : footages) {
        try (Tape tape = Tape.open(footage.tape())) {
          assertTrue(tape.states().localTime(footage.firstRow()) >= window.startNs());
          assertTrue(tape.states().localTime(footage.lastRow()) <= window.endNs());
          assertTrue(footage.firstRow() < footage.lastRow());
        }
      }
    }
  }

  @Test
  void sizesThatAreNoWholeLotsAreRefused() {
    String odd = MadeVenues.LINEAR.replace("0.02", "0.0205");
    InputException refusal =
        assertThrows(InputException.class, () -> MadeVenues.open(several(odd), tapes));
    assertTrue(refusal.getMessage().contains("markets[0].order_size"), refusal.getMessage());
  }

  @Test
  void recordingsOfDifferentTimesAreRefused() {
    Path data = RecordedData.require("tardis");
    String json =
        """
        {"markets": [
          {"recording": {"days": ["2024-08-08"]}},
          {"recording": {"market": "binance", "days": ["2024-08-09"]},
           "order_size": 0.001}]}\
        """;
    InputException refusal =
        assertThrows(InputException.class, () -> MadeVenues.open(json, data, tapes));
    assertTrue(
        refusal.getMessage().contains("has no recording over the time"), refusal.getMessage());
  }
}
