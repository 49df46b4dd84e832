package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.tensors.Safetensors;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy is comes back from its two files. */
class TrainedPolicyTest {
  private static final int INPUTS = 3;

  /** Numbers a branch needs for any of the spaces below. */
  private static final int OUTPUTS = 5;

  @TempDir private Path folder;

  private static NetworkShape shape() {
    return new NetworkShape(
        INPUTS,
        List.of(
            new Layer.Dense("trunk.0", 6),
            new Layer.Norm("trunk.1"),
            new Layer.Tanh(),
            new Layer.LeakyRelu(),
            new Layer.Dropout(0.25),
            new Layer.Gru("gru", 4)),
        List.of(
            new Branch("policy", List.of(new Layer.Relu(), new Layer.Dense("policy", OUTPUTS))),
            new Branch("value", List.of(new Layer.Dense("value", 1)))));
  }

  @Test
  void everyLayerSpaceAndScaleComesBack() throws IOException {
    NetworkShape shape = shape();
    float[] parameters = NetworkArbitraries.parameters(shape, RandomStream.named(1, "card", 0));
    ObservationScale scale = new ObservationScale(new float[] {1, 2, 3}, new float[] {4, 5, 0.1f});
    for (Space space :
        List.of(
            new Space.Discrete(OUTPUTS),
            new Space.MultiDiscrete(List.of(2, 3)),
            new Space.Box(OUTPUTS, -0.1, 2),
            new Space.Box(OUTPUTS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            new Space.Simplex(OUTPUTS))) {
      NetworkPolicy policy =
          new NetworkPolicy("ppo", new DistributionRule(shape, space), parameters, scale);
      new TrainedPolicy(policy, "seen", "{\"a\": [1]}").write(folder);
      TrainedPolicy read = TrainedPolicy.read(folder);
      assertEquals(space, read.policy().rule().space());
      assertEquals(shape, read.policy().shape());
      assertEquals(scale, read.policy().scale());
      assertArrayEquals(parameters, read.policy().parameters());
      assertEquals(
          List.of("ppo", "seen", "{\"a\": [1]}"),
          List.of(read.policy().name(), read.fingerprint(), read.facts()));
    }
  }

  @Test
  void aScaleOfAnotherWidthIsRefusedWithBothNumbers() throws IOException {
    NetworkShape shape = shape();
    NetworkPolicy policy =
        new NetworkPolicy(
            "ppo",
            new DistributionRule(shape, new Space.Discrete(OUTPUTS)),
            new float[shape.size()],
            new ObservationScale(new float[] {1, 2}, new float[] {4, 5}));
    new TrainedPolicy(policy, "", "").write(folder);
    String message =
        String.valueOf(
            assertThrows(InputException.class, () -> TrainedPolicy.read(folder)).getMessage());
    assertTrue(message.contains("scales 2 and 2 numbers of an observation, which has 3"), message);
  }

  /** As the first version wrote it. */
  @Test
  void aQNetworkOfFormatOneIsStillRead() throws IOException {
    QNetwork network = new QNetwork(INPUTS, List.of(4), Norm.LAYER, 2, Head.DUELING);
    float[] parameters = network.initial(RandomStream.named(1, "card", 0));
    Safetensors.write(folder.resolve("policy.safetensors"), network.named(parameters));
    Files.writeString(
        folder.resolve("policy.json"),
        """
        {
          "format": 1,
          "name": "dqn",
          "inputs": 3,
          "hidden": [4],
          "norm": "layer",
          "actions": 2,
          "head": "dueling",
          "observation_fingerprint": "seen",
          "observation_facts": "{}"
        }
        """);
    TrainedPolicy read = TrainedPolicy.read(folder);
    assertEquals(network, read.policy().rule());
    assertEquals(new Space.Discrete(2), read.policy().rule().space());
    assertArrayEquals(parameters, read.policy().parameters());
    assertNull(read.policy().scale());
  }
}
