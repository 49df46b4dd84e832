package io.makerbench.bench;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.nio.file.Path;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Market making with the objective of Cartea, Jaimungal and Penalva (2015, chapter 10): λ 140, κ
 * 1.5, T 1, φ 0.01, α 0.001, steps of 0.005, actions the depths of bid and ask.
 */
final class CjpTask {
  /** The most a policy can earn: h(0, 0) of the closed form. */
  static final double OPTIMUM = 68.25583476;

  static final int COPIES = 512;

  /** As in configs/analytic/cjp-ppo.json; chosen on the seeds 101 to 113, no benchmark's. */
  static final PpoConfig SETTINGS =
      PpoSettings.of(
          """
          {"total_ticks": 3000000, "n_steps": 50, "minibatch_size": 3200, "n_epochs": 4, "lr": 0.003,
           "lr_end": 0, "gamma": 0.9, "gae_lambda": 0, "normalize_observations": true,
           "normalize_values": true, "log_std_init": -0.5}
          """);

  /** 20,000 paths, in parts that processors judge side by side. */
  private static final int EVALUATION_PARTS = 20;

  private static final int PATHS_OF_A_PART = 1000;
  private static final long EVALUATION_SEED = 777;
  private static final String MARKET =
      """
      {"sigma": 2, "a": 140, "k": 1.5, "dt": 0.005, "horizon": 1, "phi": 0.01, "alpha": 0.001,
       "max_inventory": 100, "actions": {"kind": "depths", "max_depth": 3}}
      """;

  private CjpTask() {}

  static VectorEnv env(int copies, long seed) {
    TradingSystem system = ConfigFiles.system("analytic");
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(new JsonMapper().readTree(MARKET), system.configType(), "benchmark");
    TradingSystem.Place nowhere = new TradingSystem.Place(null, Path.of(""));
    try (Market market = system.open(config, nowhere, seed, null)) {
      return market.training(copies, seed);
    }
  }

  /** Share of the optimum that a policy earns, the mean over paths of their own. */
  static double share(NetworkPolicy policy) {
    double[] sums =
        IntStream.range(0, EVALUATION_PARTS)
            .parallel()
            .mapToDouble(part -> sum(policy.copy(), EVALUATION_SEED + part))
            .toArray();
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum / (EVALUATION_PARTS * PATHS_OF_A_PART) / OPTIMUM;
  }

  /** What it earns on the paths of one part. */
  private static double sum(Policy policy, long seed) {
    try (VectorEnv env = env(PATHS_OF_A_PART, seed)) {
      Transitions transitions = new Transitions(PATHS_OF_A_PART, env.observationSpace().width());
      Actions actions = Actions.of(env.actionSpace(), PATHS_OF_A_PART);
      env.reset(transitions.observations);
      double sum = 0;
      do {
        policy.act(transitions.observations, PATHS_OF_A_PART, actions);
        env.step(actions, transitions);
        for (double reward : transitions.rewards) {
          sum += reward;
        }
      } while (!transitions.terminated[0]);
      return sum;
    }
  }
}
