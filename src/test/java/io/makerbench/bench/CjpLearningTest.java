package io.makerbench.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.ppo.PpoTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PPO earns nearly all that can be earned in market making with a known optimum. */
@Tag("learning")
class CjpLearningTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void earns98PercentOfTheOptimum(long seed) {
    try (VectorEnv env = CjpTask.env(CjpTask.COPIES, seed);
        PpoTrainer trainer =
            new PpoTrainer(
                "ppo", CjpTask.SETTINGS, env, seed, Compute.CPU, TrainerListener.SILENT)) {
      while (trainer.advance()) {
        // goes on to the end
      }
      double share = CjpTask.share(trainer.policy());
      assertTrue(share >= 0.98 && share < 1.01, "share of the optimum " + share);
    }
  }
}
