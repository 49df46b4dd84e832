package io.makerbench.learn.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.cloning.CloningTrainer;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** DQN begins with what another policy does. */
class QStartTest {
  private static final int ROWS = 200;

  @TempDir Path folder;

  private static <T extends Record> T config(Class<T> type, String json) {
    return new ConfigReader(ConfigSchema.of(type))
        .read(JsonMapper.shared().readTree(json), type, "test");
  }

  /** Names the state it is shown. */
  private record Namer(String name) implements Policy {
    @Override
    public void act(float[] observations, int count, Actions actions) {
      for (int row = 0; row < count; row++) {
        for (int state = 0; state < IdentityEnv.STATES; state++) {
          if (observations[IdentityEnv.STATES * row + state] == 1) {
            actions.discrete[row] = state;
          }
        }
      }
    }
  }

  private NetworkPolicy clone(String more) throws IOException {
    CloningConfig config =
        config(
            CloningConfig.class,
            "{\"demonstrations\": 400, \"hidden\": [16, 8], \"epochs\": 3" + more + "}");
    try (VectorEnv env = new IdentityEnv(4, 1);
        CloningTrainer trainer =
            new CloningTrainer(
                config, new Namer("namer"), env, 1, Compute.CPU, TrainerListener.SILENT)) {
      while (trainer.advance()) {
        // goes on to the end
      }
      trainer.save(folder.resolve("clone"), "", "{}");
      return trainer.policy();
    }
  }

  private NetworkPolicy first(String more) {
    DqnConfig config =
        config(
            DqnConfig.class,
            "{\"hidden\": [16, 8], \"load_path\": \"%s\"%s}"
                .formatted(folder.resolve("clone"), more));
    try (VectorEnv env = new IdentityEnv(2, 1);
        DqnTrainer trainer = new DqnTrainer(config, env, 9, Compute.CPU, TrainerListener.SILENT)) {
      return trainer.policy();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFirstGreedyPolicyDoesWhatTheCloneDoes(boolean dueling) throws IOException {
    NetworkPolicy cloned = clone(", \"activation\": \"relu\", \"dropout\": 0.2");
    NetworkPolicy first = first(", \"layer_norm\": false, \"dueling\": " + dueling);
    RandomStream random = RandomStream.named(4, "seen", 0);
    float[] seen = new float[ROWS * IdentityEnv.STATES];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = (float) (3 * random.nextGaussian());
    }
    int[] wanted = actions(cloned, seen);
    assertArrayEquals(wanted, actions(first, seen));
    assertTrue(Arrays.stream(wanted).distinct().count() > 1, "the clone always does the same");
  }

  private static int[] actions(NetworkPolicy policy, float[] seen) {
    Actions actions = Actions.of(policy.rule().space(), ROWS);
    policy.act(seen, ROWS, actions);
    return actions.discrete;
  }

  @Test
  void layersThatDqnHasNotAreRefusedWithBoth() throws IOException {
    clone(", \"activation\": \"tanh\"");
    String message = refusal(", \"layer_norm\": false");
    assertTrue(message.contains("[16 linear, tanh, 8 linear, tanh, 4 linear]"), message);
    assertTrue(message.contains("[16 linear, relu, 8 linear, relu, 4 linear]"), message);
    assertTrue(refusal("").contains("norm"));
  }

  private String refusal(String more) {
    return String.valueOf(assertThrows(InputException.class, () -> first(more)).getMessage());
  }

  @Test
  void aRunOfDqnIsGoneOnFrom() throws IOException {
    DqnConfig config = config(DqnConfig.class, "{\"hidden\": [16, 8]}");
    NetworkPolicy before;
    try (VectorEnv env = new IdentityEnv(2, 1);
        DqnTrainer trainer = new DqnTrainer(config, env, 5, Compute.CPU, TrainerListener.SILENT)) {
      trainer.save(folder.resolve("clone/checkpoints/final"), "", "{}");
      before = trainer.policy();
    }
    assertArrayEquals(before.parameters(), first("").parameters());
    assertEquals(before.rule(), first("").rule());
  }
}
