package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.env.Actions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.replay.ReplaySystem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who quotes in a replayed book, where executions come as they do in a market. */
class MarketWatchTest {
  /** The price stands still and is traded at the touch alone. */
  private static final String CALM =
      """
      {"recording": {"dataset": "synthetic", "evaluation_share": 0.2, "evaluation_windows": 1,
        "synthetic": {"seconds": 60, "volatility": 0.01, "limit_order_rate": 50,
        "market_order_rate": 20}},
       "mode": "corrected"}
      """;

  /** Both quotes two steps behind the best. */
  private static final int FAR = 0;

  /** Both quotes at the best prices. */
  private static final int TOUCH = 10;

  private static final int RANDOM_PERIODS = 5;
  private static final int PERIODS = 40;

  @TempDir static Path tapes;

  private final Market market = open();
  private final VectorEnv env = market.training(1, 1);
  private final RandomStream random = RandomStream.named(9, "exploration", 0);

  @AfterEach
  void close() {
    env.close();
    market.close();
  }

  @Test
  void theActionsAreWhatTheirNamesSay() {
    List<String> names = market.actionNames();
    assertEquals("bid 2 behind, ask 2 behind", names.get(FAR));
    assertEquals("bid at touch, ask at touch", names.get(TOUCH));
  }

  @Test
  void whoQuotesWhereNobodyTradesNeverTrades() {
    FedWatch fed = fed();
    fed.periods(PERIODS, always(FAR), Map.of("epsilon", 0.0));
    String words = fed.words(FindingKind.NEVER_TRADES);
    assertTrue(words.contains("does not trade: 0 executions in"), words);
    assertTrue(words.contains("dqn.epsilon_end"), words);
  }

  @Test
  void executionsOfRandomActionsAreNotThePolicys() {
    FedWatch fed = fed();
    fed.periods(RANDOM_PERIODS, mostly(FAR, 1), Map.of("epsilon", 1.0));
    fed.periods(PERIODS, mostly(FAR, 0.1), Map.of("epsilon", 0.1));
    String words = fed.words(FindingKind.NEVER_TRADES);
    assertTrue(words.contains("The policy does not trade"), words);
  }

  @Test
  void whoQuotesAtTheTouchTrades() {
    FedWatch fed = fed();
    fed.periods(RANDOM_PERIODS, mostly(TOUCH, 1), Map.of("epsilon", 1.0));
    fed.periods(PERIODS, mostly(TOUCH, 0.2), Map.of("epsilon", 0.2));
    fed.periods(PERIODS, mostly(TOUCH, 0.05), Map.of("epsilon", 0.05));
    assertFalse(fed.kinds().contains(FindingKind.NEVER_TRADES), fed.findings.toString());
  }

  private FedWatch fed() {
    return new FedWatch(settings(), env, market.observationNames());
  }

  private static Consumer<Actions> always(int action) {
    return actions -> Arrays.fill(actions.discrete, action);
  }

  private Consumer<Actions> mostly(int action, double exploration) {
    return actions ->
        actions.discrete[0] =
            random.nextDouble() < exploration
                ? random.nextInt(market.actionNames().size())
                : action;
  }

  private static LearnerSettings settings() {
    return new Dqn(
            new ConfigReader(ConfigSchema.of(DqnConfig.class))
                .read(Json.parse("{}", "test"), DqnConfig.class, "test"))
        .settings();
  }

  private static Market open() {
    ReplaySystem system = new ReplaySystem();
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(Json.parse(CALM, "test"), system.configType(), "test");
    return system.open(config, new TradingSystem.Place(null, tapes), 1, null);
  }
}
