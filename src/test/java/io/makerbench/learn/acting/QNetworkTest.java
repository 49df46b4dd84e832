package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QNetworkTest {
  private static final QNetwork SOURCE =
      new QNetwork(35, List.of(256, 128), Norm.LAYER, 16, Head.DUELING);

  @Test
  void parametersHaveTheNamesAndShapesOfTheSource() {
    List<String> names = SOURCE.slots().stream().map(Slot::name).toList();
    assertEquals(
        List.of(
            "backbone.0.weight",
            "backbone.0.bias",
            "backbone.1.weight",
            "backbone.1.bias",
            "backbone.3.weight",
            "backbone.3.bias",
            "backbone.4.weight",
            "backbone.4.bias",
            "V.weight",
            "V.bias",
            "A.weight",
            "A.bias"),
        names);
    assertArrayEquals(new int[] {256, 35}, SOURCE.slots().getFirst().shape());
    assertEquals(45_073, SOURCE.size());
  }

  @Test
  void freshWeightsAreUniformWithinTheRootOfTheirInputs() {
    List<NamedArray> fresh = SOURCE.named(SOURCE.initial(RandomStream.named(1, "network", 0)));
    double bound = 1 / Math.sqrt(256);
    double squares = 0;
    for (float weight : fresh.get(4).values()) {
      assertTrue(Math.abs(weight) <= bound);
      squares += weight * weight;
    }
    assertEquals(bound * bound / 3, squares / fresh.get(4).values().length, bound * bound / 100);
    assertArrayEquals(new float[128], fresh.get(5).values());
    assertEquals(1, fresh.get(6).values()[127]);
    assertEquals(0, fresh.get(7).values()[127]);
  }

  @Test
  void tensorsInAnyOrderMakeTheSameNetwork() {
    float[] parameters = SOURCE.initial(RandomStream.named(1, "network", 0));
    List<NamedArray> tensors = new ArrayList<>(SOURCE.named(parameters));
    Collections.reverse(tensors);
    assertEquals(SOURCE, QNetwork.of(tensors, "file"));
    assertArrayEquals(parameters, SOURCE.flat(tensors, "file"));
  }

  @Test
  void missingForeignAndMisshapenTensorsAreNamed() {
    QNetwork small = new QNetwork(2, List.of(), Norm.LAYER, 2, Head.PLAIN);
    NamedArray weight = new NamedArray("Q.weight", new int[] {2, 2}, new float[4]);
    NamedArray bias = NamedArray.vector("Q.bias", new float[2]);
    assertRefused(small, List.of(weight), "tensor Q.bias of shape [2], the file has none");
    assertRefused(
        small, List.of(weight, NamedArray.vector("Q.bias", new float[3])), "one of shape [3]");
    assertRefused(
        small, List.of(weight, bias, NamedArray.vector("extra", new float[1])), "[extra]");
  }

  private static void assertRefused(QNetwork network, List<NamedArray> tensors, String message) {
    InputException refusal =
        assertThrows(InputException.class, () -> network.flat(tensors, "file"));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  /** Values of (x, y): x, y and x + y − 1. */
  @Test
  void actsGreedilyOnEveryObservationOfABatch() {
    QNetwork network = new QNetwork(2, List.of(), Norm.LAYER, 3, Head.PLAIN);
    NetworkPolicy policy =
        new NetworkPolicy("p", network, new float[] {1, 0, 0, 1, 1, 1, 0, 0, -1});
    Actions actions = Actions.of(new Space.Discrete(3), 4);
    policy.act(new float[] {1, 0, 0, 1, 3, 2, -1, -1}, 4, actions);
    assertArrayEquals(new int[] {0, 1, 2, 0}, actions.discrete);
    float[] values = new float[3];
    policy.copy().preferences(new float[] {3, 2}, values);
    assertArrayEquals(new float[] {3, 2, 4}, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cuda:", "cuda:x", "CPU", ""})
  void unknownDevicesAreRefused(String name) {
    InputException refusal = assertThrows(InputException.class, () -> ComputeDevice.of(name));
    assertTrue(refusal.getMessage().contains("auto, cpu, cuda and cuda:N"));
  }

  @Test
  void devicesThatAreAbsentAreRefused() {
    InputException refusal = assertThrows(InputException.class, () -> ComputeDevice.of("cuda:999"));
    assertTrue(refusal.getMessage().contains("cuda:999"), refusal.getMessage());
    assertEquals("cpu", ComputeDevice.of("cpu").toString());
  }
}
