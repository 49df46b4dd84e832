package io.makerbench.learn.cloning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network is judged on a device as it is on the heap. */
class ExaminationTest {
  private static final int ROWS = 130;
  private static final int WIDTH = 5;
  private static final int BATCH = 32;

  /** Of a loss in doubles. */
  private static final double SMALL = 1e-12;

  /** Of actions, which are floats on the heap. */
  private static final double FLOAT = 1e-6;

  static Stream<Space> spaces() {
    return Stream.of(
        new Space.Discrete(4),
        new Space.MultiDiscrete(List.of(2, 1, 3)),
        new Space.Box(2, -1.5, 0.5),
        new Space.Box(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        new Space.Simplex(3));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void isTheSameOnADevice(Space space) {
    RandomStream random = RandomStream.named(1, "examination", 0);
    CloningConfig config = CloningConfigs.of("{\"hidden\": [8]}");
    Demonstrations kept = demonstrations(space, random);
    int[] rows = IntStream.range(0, ROWS).filter(row -> row % 3 > 0).toArray();
    RowLoss loss = Losses.of(space, config, kept, rows);
    NetworkShape shape = CloneShape.of(config, WIDTH, loss.outputs());
    DistributionRule rule = new DistributionRule(shape, space);
    try (TorchTrainable network =
        new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE)) {
      network.restore(NetworkState.fresh(NetworkArbitraries.parameters(shape, random)));
      Agreement onHeap = new Agreement(space);
      Agreement onDevice = new Agreement(space);
      try (Examination heap = new HostExamination(network, loss, kept, rows, rule, BATCH);
          Examination device = Examination.of(network, loss, kept, rows, rule, BATCH)) {
        double expected = heap.of(onHeap);
        assertEquals(expected, device.of(onDevice), SMALL * (1 + expected));
      }
      Map<String, Double> expected = columns(onHeap, space);
      Map<String, Double> found = columns(onDevice, space);
      assertFalse(found.isEmpty());
      assertEquals(expected.keySet(), found.keySet());
      found.forEach((name, value) -> assertEquals(expected.get(name), value, FLOAT, name));
    }
  }

  private static Map<String, Double> columns(Agreement agreement, Space space) {
    Map<String, Double> columns = new LinkedHashMap<>();
    agreement.put(space, columns);
    return columns;
  }

  /** What a policy that guesses did. */
  private static Demonstrations demonstrations(Space space, RandomStream random) {
    ActionDistribution guess = ActionDistribution.of(space);
    float[] actions = new float[ROWS * space.width()];
    Actions done = Actions.of(space, ROWS);
    float[] drawn = new float[guess.width()];
    for (int row = 0; row < ROWS; row++) {
      guess.look(NetworkArbitraries.numbers(guess.outputs(), random), 0, new float[guess.free()]);
      guess.sample(random, drawn, 0);
      guess.act(drawn, 0, done, row);
    }
    for (int i = 0; i < actions.length; i++) {
      actions[i] = done.continuous.length == 0 ? done.discrete[i] : done.continuous[i];
    }
    float[] seen = NetworkArbitraries.numbers(ROWS * WIDTH, random);
    return new Demonstrations(WIDTH, space.width(), seen, actions, new int[ROWS]);
  }
}
