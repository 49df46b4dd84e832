package io.makerbench.system.analytic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Side;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowEnvTest {
  private static final int COPIES = 40;
  private static final int WIDTH = FlowCopy.WIDTH;

  private static AnalyticConfig config(Object model, String more) {
    return AnalyticConfigs.of(
        "{\"model\": \"" + model + "\", \"horizon\": 0.1, \"max_inventory\": 3" + more + "}");
  }

  private static FlowEnv env(AnalyticConfig config, int copies, int threads) {
    return new FlowEnv(config, config.actions().actions(), copies, 5, "test", threads);
  }

  /** All that is told of some steps with random actions. */
  private static double[][] story(FlowEnv env, int steps, long seed) {
    RandomStream random = RandomStream.named(seed, "actions", 0);
    Transitions t = new Transitions(env.copies(), WIDTH);
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    double[][] told = new double[steps][];
    for (int i = 0; i < steps; i++) {
      Arrays.setAll(actions.discrete, c -> random.nextInt(15));
      env.step(actions, t);
      double[] row = Arrays.copyOf(t.rewards, t.rewards.length + t.observations.length);
      for (int k = 0; k < t.observations.length; k++) {
        row[t.rewards.length + k] = t.observations[k];
      }
      told[i] = row;
    }
    return told;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVELLANEDA_STOIKOV")
  void twoThreadsTellTheSameAsOneAndARestoredMarketGoesOn(Model model) throws IOException {
    AnalyticConfig config = config(model, "");
    FlowEnv one = env(config, COPIES, 1);
    FlowEnv two = env(config, COPIES, 2);
    assertArrayEquals(story(one, 27, 1), story(two, 27, 1));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    one.save(new DataOutputStream(saved));
    FlowEnv restored = env(config, COPIES, 1);
    restored.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    assertArrayEquals(story(one, 27, 2), story(restored, 27, 2));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVELLANEDA_STOIKOV")
  void ordersFillAndPositionsStayWithinTheirLimit(Model model) {
    // Where only the best queues trade, the grid must reach them: half a tick from the mid.
    String tick = model == Model.QUEUE_REACTIVE ? ", \"flow\": {\"tick_size\": 2}" : "";
    AnalyticConfig config = config(model, tick);
    FlowEnv env = env(config, COPIES, 1);
    int fills = 0;
    for (int i = 0; i < 40; i++) {
      double[] row = story(env, 1, i)[0];
      for (int c = 0; c < COPIES; c++) {
        assertTrue(Math.abs(row[COPIES + c * WIDTH + 1]) <= 1);
        fills += env.fills(c).size();
      }
    }
    assertTrue(fills > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"poisson", "hawkes"})
  void everyPolicyMeetsTheSameMids(String model) {
    AnalyticMarket market = new AnalyticMarket(config(model, ", \"window_episodes\": 5"));
    Window window = market.evaluationWindows().getFirst();
    Episode optimal = market.run(market.baseline("cjp"), window);
    Episode idle = market.run(market.baseline("do_nothing"), window);
    assertArrayEquals(optimal.mid(), idle.mid());
    assertNotEquals(0, optimal.fills().size());
    ConservationCheck.accounts(optimal);
    assertEquals(optimal.mid()[7], optimal.bestBid()[7], 1e-9, "no spread but the policy's");
  }

  @Test
  void independentOrdersEarnTheOptimumOfTheClosedForm() {
    AnalyticConfig config =
        AnalyticConfigs.of(
            "{\"model\": \"poisson\", \"max_inventory\": 30, \"phi\": 0.2, \"alpha\": 0.05,"
                + " \"dt\": 0.001, \"evaluation_windows\": 1, \"window_episodes\": 200}");
    AnalyticMarket market = new AnalyticMarket(config);
    Window window = market.evaluationWindows().getFirst();
    double earned = Arrays.stream(market.run(market.baseline("cjp"), window).reward()).sum();
    double optimum = market.optimalValue(window);
    // A path deviates by about 5; that an order fills only once a step costs λe⁻¹dt of it at most.
    double lost = 140 / Math.E * 0.001 * optimum / 200;
    assertEquals(optimum / 200, earned / 200, 3 * 5 / Math.sqrt(200) + lost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hawkes", "zero-intelligence", "queue-reactive"})
  void theOptimumIsUnknownWhereFillsAreNotExponential(String model) {
    AnalyticMarket market = new AnalyticMarket(config(model, ""));
    assertTrue(Double.isNaN(market.optimalValue(market.evaluationWindows().getFirst())));
  }

  @Test
  void aCalibratedModelTakesThePlaceOfTheDescribedOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calibration.json");
    Files.writeString(
        file,
        """
        {"models": {"poisson": {"buys_per_second": 40, "sells_per_second": 60,
          "alpha_self_per_second": 0, "alpha_cross_per_second": 0, "beta_per_second": 1,
          "spread_ticks": 3, "decay_per_tick": 0.5, "sigma_ticks_per_sqrt_second": 4,
          "sizes": {"mean_lots_of_slice": [1, 2, 5]}}}}
        """);
    String flow = ", \"flow\": {\"tick_size\": 0.1, \"calibration\": \"" + file + "\"}";
    FlowEnv env = env(config("poisson", flow), 1, 1);
    assertEquals(0.3, env.best(0, Side.SELL) - env.best(0, Side.BUY), 1e-9);
    InputException missing =
        assertThrows(InputException.class, () -> env(config("hawkes", flow), 1, 1));
    assertTrue(String.valueOf(missing.getMessage()).contains("--model hawkes"));
    AnalyticMarket market = new AnalyticMarket(config("poisson", flow));
    assertTrue(Double.isNaN(market.optimalValue(market.evaluationWindows().getFirst())));
  }

  @Test
  void anExplosiveFlowIsRefused() {
    AnalyticConfig config = config("hawkes", ", \"flow\": {\"alpha_self\": 70}");
    InputException wrong =
        assertThrows(InputException.class, () -> new AnalyticMarket(config).training(1, 1));
    assertTrue(String.valueOf(wrong.getMessage()).contains("flow describes no model"));
  }
}
