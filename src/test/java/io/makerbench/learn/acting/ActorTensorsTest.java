package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.ppo.Activation;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.learn.ppo.PpoTrainer;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import io.makerbench.learn.tensors.StateDictionary;
import io.makerbench.learn.tensors.TensorFile;
import io.makerbench.learn.tensors.TorchArchive;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A state dict without a description acts as the policy whose tensors it holds. */
class ActorTensorsTest {
  private static final Space FOUR = new Space.Discrete(4);

  @TempDir private Path folder;

  private static NetworkPolicy trained(String settings) {
    PpoConfig config =
        new ConfigReader(ConfigSchema.of(PpoConfig.class))
            .read(JsonMapper.shared().readTree(settings), PpoConfig.class, "test");
    try (VectorEnv env = Problem.IDENTITY.env(2, 1, "training");
        PpoTrainer trainer =
            new PpoTrainer("ppo", config, env, 3, Compute.CPU, TrainerListener.SILENT)) {
      return trainer.policy();
    }
  }

  private static List<NamedArray> tensors(NetworkPolicy policy) {
    return new StateDictionary(policy.shape()).named(policy.parameters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"hidden\": [7]}",
        "{\"hidden\": [8, 6, 5], \"layer_norm\": true}",
        "{\"hidden\": [9, 8], \"shared_trunk\": true}",
        "{\"hidden\": [9, 8], \"shared_trunk\": true, \"layer_norm\": true}",
        "{\"hidden\": [9], \"gru_units\": 5}",
        "{\"hidden\": [], \"gru_units\": 5}"
      })
  void whatPpoTrainsIsKnownByItsTensors(String settings) throws IOException {
    NetworkPolicy policy = trained(settings);
    Path torch = TorchArchive.write(tensors(policy), folder.resolve("own.pt"));
    Path safe = folder.resolve("own.safetensors");
    Safetensors.write(safe, tensors(policy));
    for (Path file : List.of(torch, safe)) {
      ActorTensors own = new ActorTensors(TensorFile.read(file), file.toString());
      assertTrue(own.isActor());
      NetworkPolicy read = own.policy("own", FOUR, new Layer.Tanh());
      assertEquals(policy.shape(), read.shape());
      float[] seen = {1, 0.5f, -2, 0.25f};
      policy.begin(0);
      read.begin(0);
      for (int step = 0; step < 3; step++) {
        assertArrayEquals(policy.outputs(seen, 1), read.outputs(seen, 1));
      }
    }
  }

  /** As {@code nn.Sequential(Linear, LayerNorm, ReLU, Linear)} is numbered. */
  @Test
  void aNormRightBehindALinearLayerComesBeforeTheActivation() {
    List<NamedArray> own =
        List.of(
            array("policy.0.weight", 2, 3),
            array("policy.0.bias", 2),
            array("policy.1.weight", 2),
            array("policy.1.bias", 2),
            array("policy.3.weight", 4, 2),
            array("policy.3.bias", 4),
            array("log_std", 4));
    NetworkPolicy policy =
        new ActorTensors(own, "own").policy("own", FOUR, Activation.LEAKY_RELU.layer());
    assertEquals(
        List.of(
            new Branch(
                "policy",
                List.of(
                    new Layer.Dense("policy.0", 2),
                    new Layer.Norm("policy.1"),
                    new Layer.LeakyRelu(),
                    new Layer.Dense("policy.3", 4)))),
        policy.shape().branches());
  }

  private static NamedArray array(String name, int... shape) {
    return new NamedArray(name, shape, new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() {
    List<NamedArray> sound = tensors(trained("{\"hidden\": [5]}"));
    assertRefused(
        "gives 4 numbers, but this market's actions need 2", sound, new Space.Discrete(2));
    assertRefused("a tensor value.2.bias", without(sound, "value.2.bias"), FOUR);
    assertRefused("no part of the network: [critic.weight]", with(sound, "critic.weight", 1), FOUR);
    assertRefused(
        "needs a tensor policy.2.weight of shape [4, 5]",
        with(without(sound, "policy.2.weight"), "policy.2.weight", 4, 6),
        FOUR);
    assertRefused(
        "policy.0.weight has the shape [1, 2, 3]",
        with(without(sound, "policy.0.weight"), "policy.0.weight", 1, 2, 3),
        FOUR);
    assertRefused("policy must be linear layers", List.of(array("policy.a", 1)), FOUR);
    assertFalse(new ActorTensors(List.of(array("Q.weight", 2, 2)), "own").isActor());
  }

  private static List<NamedArray> without(List<NamedArray> tensors, String name) {
    return tensors.stream().filter(tensor -> !tensor.name().equals(name)).toList();
  }

  private static List<NamedArray> with(List<NamedArray> tensors, String name, int... shape) {
    List<NamedArray> more = new ArrayList<>(tensors);
    more.add(array(name, shape));
    return more;
  }

  private static void assertRefused(String words, List<NamedArray> tensors, Space actions) {
    ActorTensors own = new ActorTensors(tensors, "own.pt");
    String message =
        String.valueOf(
            assertThrows(InputException.class, () -> own.policy("own", actions, new Layer.Tanh()))
                .getMessage());
    assertTrue(message.contains(words) && message.contains("own.pt"), message);
  }
}
