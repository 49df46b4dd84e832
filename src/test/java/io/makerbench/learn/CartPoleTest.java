package io.makerbench.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.system.control.Problem;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CartPoleTest {
  private static final int MOST_STEPS = 50_000;
  private static final int STEPS_BETWEEN_TESTS = 1_000;
  private static final int LONGEST_EPISODE = 500;
  private static final int TEST_EPISODES = 20;
  private static final double SOLVED = 475;

  /*
   * The reference makes its 128 updates in one go after 256 steps and moves its target between
   * steps only, so its target stands still for 128 updates.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void dqnSolvesCartPoleWithin50000Steps(long seed) {
    DqnConfigs config = new DqnConfigs();
    config.lr = 2.3e-3;
    config.batchSize = 64;
    config.capacity = 100_000;
    config.minReplay = 1_000;
    config.trainFreq = 2;
    config.hardSync = true;
    config.syncInterval = 128;
    config.gamma = 0.99;
    config.epsilonEnd = 0.04;
    config.epsilonShare = 0.16;
    config.hidden = List.of(256, 256);
    config.layerNorm = false;
    config.dueling = false;
    config.episodes = MOST_STEPS / LONGEST_EPISODE;
    double best = 0;
    try (VectorEnv env = Problem.CARTPOLE.env(1, seed, "training");
        DqnTrainer trainer =
            new DqnTrainer(config.build(), env, seed, Compute.CPU, new RecordedProgress())) {
      while (best < SOLVED && trainer.advance()) {
        if (trainer.progress().doneTicks() % STEPS_BETWEEN_TESTS == 0) {
          best = Math.max(best, meanLength(trainer.policy()));
        }
      }
    }
    assertTrue(best >= SOLVED, "best mean length " + best);
  }

  /** Mean length of the first episodes that end, one in each copy. */
  private static double meanLength(Policy policy) {
    try (VectorEnv env = Problem.CARTPOLE.env(TEST_EPISODES, 7, "evaluation")) {
      Transitions transitions = new Transitions(TEST_EPISODES, env.observationSpace().width());
      Actions actions = Actions.of(env.actionSpace(), TEST_EPISODES);
      boolean[] ended = new boolean[TEST_EPISODES];
      env.reset(transitions.observations);
      double sum = 0;
      for (int step = 0; step < LONGEST_EPISODE; step++) {
        policy.act(transitions.observations, TEST_EPISODES, actions);
        env.step(actions, transitions);
        for (int copy = 0; copy < TEST_EPISODES; copy++) {
          sum += ended[copy] ? 0 : 1;
          ended[copy] |= transitions.terminated[copy];
        }
      }
      return sum / TEST_EPISODES;
    }
  }
}
