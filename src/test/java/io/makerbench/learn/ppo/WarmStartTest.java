package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.cloning.CloningTrainer;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WarmStartTest {
  private static final float[] SHOWN = {0, 1, 0, 0};

  @TempDir Path folder;

  private NetworkPolicy clone(String more) throws IOException {
    String json =
        "{\"demonstrations\": 800, \"hidden\": [16], \"epochs\": 10, \"lr\": 0.01, \"batch_size\": 32"
            + more
            + "}";
    CloningConfig config =
        new ConfigReader(ConfigSchema.of(CloningConfig.class))
            .read(JsonMapper.shared().readTree(json), CloningConfig.class, "test");
    try (VectorEnv env = Problem.IDENTITY.env(4, 1, "training");
        CloningTrainer trainer =
            new CloningTrainer(
                config, new ConstantPolicy("two", 2), env, 1, Compute.CPU, new Rows())) {
      while (trainer.advance()) {
        // goes on to the end
      }
      trainer.save(folder.resolve("clone"), "", "{}");
      return trainer.policy();
    }
  }

  private NetworkPolicy first(int hidden) {
    PpoConfig config =
        new PpoConfigs()
            .put("hidden", new int[] {hidden})
            .put("load_path", folder.resolve("clone").toString())
            .build();
    try (VectorEnv env = Problem.IDENTITY.env(2, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", config, env, 9, Compute.CPU, new Rows())) {
      return trainer.policy();
    }
  }

  @Test
  void theFirstPolicyIsTheClone() throws IOException {
    NetworkPolicy cloned = clone(", \"dropout\": 0.2");
    NetworkPolicy first = first(16);
    float[] wanted = cloned.outputs(SHOWN, 1);
    assertArrayEquals(wanted, Arrays.copyOf(first.outputs(SHOWN, 1), wanted.length));
    float[] probabilities = new float[4];
    first.preferences(SHOWN, probabilities);
    assertTrue(probabilities[2] > 0.4, Arrays.toString(probabilities));
    assertEquals(5, first.shape().outputs());
  }

  @Test
  void anotherShapeIsRefusedInWords() throws IOException {
    clone("");
    InputException refused = assertThrows(InputException.class, () -> first(8));
    assertTrue(refused.getMessage().contains("policy.0.weight"), refused.getMessage());
  }
}
