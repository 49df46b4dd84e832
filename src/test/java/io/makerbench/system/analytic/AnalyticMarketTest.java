package io.makerbench.system.analytic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Space;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Window;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnalyticMarketTest {
  private static final AnalyticConfig CONFIG =
      AnalyticConfigs.of(
          "{\"horizon\": 0.5, \"max_inventory\": 20, \"phi\": 0.2, \"alpha\": 0.05,"
              + " \"evaluation_windows\": 3, \"window_episodes\": 4}");

  private final AnalyticMarket market = new AnalyticMarket(CONFIG);
  private final Window second = market.evaluationWindows().get(1);

  @Test
  void whatIsObservedAndChosenHasNames() {
    for (String json :
        List.of("{}", "{\"model\": \"poisson\"}", "{\"actions\": {\"kind\": \"depths\"}}")) {
      AnalyticMarket one = new AnalyticMarket(AnalyticConfigs.of(json));
      assertEquals(one.observationWidth(), one.observationNames().size());
      int numbers =
          one.actionSpace() instanceof Space.Discrete grid
              ? grid.choices()
              : one.actionSpace().width();
      assertEquals(numbers, one.actionNames().size());
    }
  }

  @Test
  void windowsFollowEachOtherOnOneClock() {
    List<Window> windows = market.evaluationWindows();
    assertEquals(List.of("b1", "b2", "b3"), windows.stream().map(Window::name).toList());
    assertEquals(2_000_000_000L, windows.get(1).startNs());
    assertEquals(4_000_000_000L, windows.get(1).endNs());
  }

  @Test
  void everyPolicyMeetsTheSameMids() {
    Episode learnt = market.run(new ConstantPolicy("learnt", 3), second);
    for (String name : market.baselines()) {
      Episode other = market.run(market.baseline(name), second);
      assertArrayEquals(learnt.mid(), other.mid(), name);
      assertArrayEquals(learnt.timeNs(), other.timeNs(), name);
    }
    Episode elsewhere = market.run(market.baseline("cjp"), market.evaluationWindows().getFirst());
    assertNotEquals(learnt.mid()[5], elsewhere.mid()[5]);
  }

  @ParameterizedTest
  @EnumSource
  void theAccountOfAnEpisodeAddsUp(Model model) {
    AnalyticMarket any =
        new AnalyticMarket(
            AnalyticConfigs.of(
                "{\"model\": \""
                    + model
                    + "\", \"horizon\": 0.5, \"phi\": 0.2, \"alpha\": 0.05,"
                    + " \"max_inventory\": 20, \"window_episodes\": 4}"));
    for (String name : any.baselines()) {
      Episode episode = any.run(any.baseline(name), any.evaluationWindows().get(1));
      assertEquals(4 * 100 + 1, episode.ticks());
      ConservationCheck.accounts(episode);
      double cash = 0;
      double held = 0;
      for (Fill fill : episode.fills()) {
        cash -= fill.side().sign() * fill.quantity() * fill.price();
        held += fill.side().sign() * fill.quantity();
        assertEquals(cash, fill.cash(), 1e-9);
        assertEquals(held, fill.inventory());
        assertTrue(!fill.squareOff() || held == 0, "a square-off leaves nothing");
        assertTrue(
            fill.timeNs() <= episode.timeNs()[fill.tick()]
                && fill.timeNs() > episode.timeNs()[fill.tick() - 1]);
      }
      int last = episode.ticks() - 1;
      assertEquals(0, episode.inventory()[last]);
      assertEquals(cash, episode.equity()[last], 1e-9);
      assertEquals(cash - penalties(episode), Arrays.stream(episode.reward()).sum(), 1e-9);
    }
  }

  /** φΣq²dt over the positions held through the steps. */
  private static double penalties(Episode episode) {
    double sum = 0;
    int next = 0;
    double held = 0;
    for (int tick = 1; tick < episode.ticks(); tick++) {
      double closing = 0;
      for (; next < episode.fills().size() && episode.fills().get(next).tick() == tick; next++) {
        Fill fill = episode.fills().get(next);
        closing = fill.squareOff() ? held : closing;
        held += fill.side().sign() * fill.quantity();
      }
      double through = held == 0 && closing != 0 ? closing : held;
      sum += 0.2 * 0.005 * through * through;
    }
    return sum;
  }

  @Test
  void theOptimumEarnsWhatItPromisesAndNoOtherMore() {
    AnalyticConfig config =
        AnalyticConfigs.of(
            "{\"max_inventory\": 30, \"phi\": 0.2, \"alpha\": 0.05, \"evaluation_windows\": 1,"
                + " \"window_episodes\": 400}");
    AnalyticMarket long400 = new AnalyticMarket(config);
    Window window = long400.evaluationWindows().getFirst();
    double optimum = long400.optimalValue(window);
    double earned = rewards(long400, "cjp", window);
    // Profits of a path deviate by about 5; what a finite step costs is far less.
    assertEquals(optimum / 400, earned / 400, 3 * 5 / Math.sqrt(400));
    for (String other : List.of("avellaneda_stoikov", "symmetric", "glft", "do_nothing")) {
      assertTrue(rewards(long400, other, window) < earned, other);
    }
  }

  private static double rewards(AnalyticMarket market, String name, Window window) {
    return Arrays.stream(market.run(market.baseline(name), window).reward()).sum();
  }

  @Test
  void doingNothingQuotesNothing() {
    Episode episode = market.run(market.baseline("do_nothing"), second);
    assertEquals(List.of(), episode.fills());
    assertTrue(Arrays.stream(episode.ownBid()).allMatch(Double::isNaN));
    assertTrue(Arrays.stream(episode.action()).allMatch(action -> action == -1));
    assertEquals(0, episode.realisedPnl());
  }

  @Test
  void anUnknownBaselineOrWindowIsRefused() {
    assertThrows(InputException.class, () -> market.baseline("symmetric_l1"));
    Policy policy = market.baseline("symmetric");
    Window unknown = new Window("b9", "", 0, 1);
    assertThrows(InputException.class, () -> market.run(policy, unknown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'dt': 0.3} | whole number of steps",
        "{'horizon': 1e7} | whole number of steps dt, at most 1000000",
        "{'dt': 1e-5, 'window_episodes': 1000} | at most 10000000 steps",
        "{'horizon': 1e7, 'dt': 100, 'window_episodes': 100, 'evaluation_windows': 10} | may last",
        "{'actions': {'skews': []}} | at least one",
      })
  void whatCannotBeSimulatedIsRefused(String json, String message) {
    InputException wrong =
        assertThrows(InputException.class, () -> AnalyticConfigs.of(json.replace('\'', '"')));
    assertTrue(String.valueOf(wrong.getMessage()).contains(message), wrong::getMessage);
  }

  @Test
  void aBaselineThatWouldTakeMinutesIsRefused() {
    AnalyticConfig config = AnalyticConfigs.of("{\"horizon\": 5000, \"window_episodes\": 1}");
    AnalyticMarket slow = new AnalyticMarket(config);
    assertThrows(InputException.class, () -> slow.baseline("glft"));
    assertEquals("symmetric", slow.baseline("symmetric").name());
  }
}
