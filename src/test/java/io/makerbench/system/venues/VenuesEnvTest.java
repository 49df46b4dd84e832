package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenuesEnvTest {
  private static final String TWO_MARKETS =
      "{\"markets\": [" + MadeVenues.LINEAR + "," + MadeVenues.INVERSE + "]}";
  private static final int COPIES = 5;

  @TempDir static Path tapes;

  /** All that steps led to. */
  private static byte[] steps(VectorEnv env, int from, int to) throws IOException {
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    Transitions transitions = new Transitions(COPIES, env.observationSpace().width());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int step = from; step < to; step++) {
      RandomStream random = RandomStream.named(9, "actions", step);
      for (int copy = 0; copy < COPIES; copy++) {
        actions.discrete[copy] = random.nextInt(16);
      }
      env.step(actions, transitions);
      for (float value : transitions.observations) {
        out.writeFloat(value);
      }
      for (int copy = 0; copy < COPIES; copy++) {
        out.writeDouble(transitions.rewards[copy]);
        out.writeDouble(transitions.pnl[copy]);
        out.writeBoolean(transitions.terminated[copy]);
      }
    }
    return bytes.toByteArray();
  }

  private static VectorEnv reset(VectorEnv env) {
    env.reset(new float[COPIES * env.observationSpace().width()]);
    return env;
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
    try (VenuesMarket market = MadeVenues.open(TWO_MARKETS, tapes)) {
      byte[] alone = steps(reset(market.training(COPIES, 1)), 0, 500);
      assertArrayEquals(alone, steps(reset(market.training(COPIES, 3)), 0, 500));
      assertArrayEquals(alone, steps(reset(market.training(COPIES, 64)), 0, 500));
    }
  }

  @Test
  void aSavedEnvironmentGoesOnToTheSameBytes() throws IOException {
    try (VenuesMarket market = MadeVenues.open(TWO_MARKETS, tapes)) {
      VectorEnv first = reset(market.training(COPIES, 1));
      steps(first, 0, 450); // beyond the end of the first episode
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      first.save(new DataOutputStream(saved));
      VectorEnv second = market.training(COPIES, 1);
      second.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      assertArrayEquals(steps(first, 450, 600), steps(second, 450, 600));
    }
  }

  @Test
  void anEpisodeHasAsManyTicksAsItSays() {
    try (VenuesMarket market = MadeVenues.open(TWO_MARKETS, tapes)) {
      VectorEnv env = market.training(1, 1);
      float[] observations = new float[env.observationSpace().width()];
      env.reset(observations);
      Actions actions = Actions.of(env.actionSpace(), 1);
      Transitions transitions = new Transitions(1, observations.length);
      actions.discrete[0] = 15;
      long ticks = 0;
      double rewards = 0;
      do {
        env.step(actions, transitions);
        ticks += transitions.ticks[0];
        rewards += transitions.rewards[0];
      } while (!transitions.terminated[0]);
      assertEquals(env.episodeTicks(), ticks);
      assertTrue(rewards != 0 && transitions.pnl[0] != 0);
      for (float value : transitions.observations) {
        assertTrue(Math.abs(value) <= 10);
      }
    }
  }
}
