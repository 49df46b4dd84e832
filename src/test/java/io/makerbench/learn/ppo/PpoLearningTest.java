package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.system.control.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems of control by the settings that the reference solves them with. */
@Tag("learning")
class PpoLearningTest {
  private static final int TEST_EPISODES = 20;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void solvesCartPoleWithin100000Steps(long seed) {
    PpoConfigs settings =
        new PpoConfigs()
            .put("total_ticks", 100_000)
            .put("n_steps", 32)
            .put("minibatch_size", 256)
            .put("n_epochs", 20)
            .put("gae_lambda", 0.8)
            .put("gamma", 0.98)
            .put("lr", 1e-3)
            .put("lr_end", 0.0)
            .put("clip_range_end", 0.0);
    double reached = train(Problem.CARTPOLE, settings.build(), 8, seed);
    assertTrue(reached >= 475, "mean return " + reached);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void swingsTheAcrobotUp(long seed) {
    PpoConfigs settings =
        new PpoConfigs()
            .put("total_ticks", 1_000_000)
            .put("n_steps", 256)
            .put("n_epochs", 4)
            .put("gae_lambda", 0.94)
            .put("normalize_observations", true);
    double reached = train(Problem.ACROBOT, settings.build(), 16, seed);
    assertTrue(reached >= -100, "mean return " + reached);
  }

  private static double train(Problem problem, PpoConfig config, int copies, long seed) {
    try (VectorEnv env = problem.env(copies, seed, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", config, env, seed, Compute.CPU, new Rows())) {
      while (trainer.advance()) {
        // goes on to the end
      }
      return Trials.meanReturn(problem, trainer.policy(), TEST_EPISODES);
    }
  }
}
