package io.makerbench.learn.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionRule;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.file.OpenedModel.Tensor;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime carries out what was written as our own engine does. */
class OnnxModelTest {
  private static final double TOLERANCE = 1e-5;
  private static final int SEQUENCES = 4;
  private static final int LONGEST = 6;

  @TempDir private Path folder;

  /** A rule that gives no action: the network's outputs are what is compared. */
  private record Outputs(NetworkShape shape) implements ActionRule {
    @Override
    public String branch() {
      return shape.branches().getFirst().name();
    }

    @Override
    public Space space() {
      return new Space.Discrete(shape.branches().getFirst().outputs());
    }

    @Override
    public void decide(float[] outputs, int at, Actions actions, int row) {
      throw new AssertionError("no action is asked for");
    }

    @Override
    public void preferences(float[] outputs, int at, float[] out) {
      throw new AssertionError("no preference is asked for");
    }

    @Override
    public String words() {
      return "none";
    }
  }

  @Property(tries = 60)
  void anyNetworkGivesTheSameOutputsInOnnxRuntime(@ForAll long seed) throws Exception {
    RandomStream random = RandomStream.named(seed, "onnx", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    ObservationScale scale = random.nextInt(2) == 0 ? null : scale(shape.inputs(), random);
    Path file = Files.createTempFile("any", ".onnx");
    try {
      OnnxModel.write(
          List.of(
              new TrainedPolicy(
                  new NetworkPolicy("any", new Outputs(shape), parameters, scale), "seen", "{}")),
          file);
      try (OpenedModel opened = new OpenedModel(file)) {
        follow(opened, shape, parameters, scale, random);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static ObservationScale scale(int width, RandomStream random) {
    float[] mean = NetworkArbitraries.numbers(width, random);
    float[] factor = NetworkArbitraries.numbers(width, random);
    factor[0] = 100; // reaches the bound
    return new ObservationScale(mean, factor);
  }

  /** Our engine goes step by step; theirs takes the sequence at once, and another after it. */
  private static void follow(
      OpenedModel opened,
      NetworkShape shape,
      float[] parameters,
      @Nullable ObservationScale scale,
      RandomStream random)
      throws OrtException {
    int rows = 1 + random.nextInt(7);
    float[] state = new float[rows * shape.stateWidth()];
    float[] theirState = state.clone();
    VectorNetwork network = new VectorNetwork(shape);
    network.restore(NetworkState.fresh(parameters));
    boolean remembers = shape.stateWidth() > 0;
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      int steps = remembers ? 1 + random.nextInt(LONGEST) : 1;
      beginSome(state, theirState, shape.stateWidth(), random);
      float[] observations = NetworkArbitraries.numbers(steps * rows * shape.inputs(), random);
      float[] seen = observations.clone();
      if (scale != null) {
        scale.apply(observations, 0, seen, 0, steps * rows);
      }
      float[] outputs = new float[steps * rows * shape.outputs()];
      for (int step = 0; step < steps; step++) {
        float[] now = part(seen, step, rows * shape.inputs());
        float[] given = new float[rows * shape.outputs()];
        network.predict(
            remembers ? Inputs.sequences(now, 1, rows, state, null) : Inputs.rows(now, rows),
            given,
            state);
        System.arraycopy(given, 0, outputs, step * given.length, given.length);
      }
      Map<String, float[]> theirs = opened.run(inputs(shape, observations, rows, theirState));
      for (Branch branch : shape.branches()) {
        assertArrayEquals(
            part(outputs, shape, branch, steps * rows),
            theirs.get(branch.name()),
            (float) TOLERANCE);
      }
      if (remembers) {
        theirState = theirs.get("state_after");
        assertArrayEquals(state, theirState, (float) TOLERANCE);
      }
    }
  }

  /** An episode begins in some of the rows: nothing is remembered there. */
  private static void beginSome(float[] state, float[] theirs, int width, RandomStream random) {
    for (int at = 0; at < state.length; at += width) {
      if (random.nextInt(3) == 0) {
        Arrays.fill(state, at, at + width, 0);
        Arrays.fill(theirs, at, at + width, 0);
      }
    }
  }

  private static Map<String, Tensor> inputs(
      NetworkShape shape, float[] observations, int rows, float[] state) {
    int width = shape.inputs();
    return shape.stateWidth() == 0
        ? Map.of("observations", new Tensor(observations, rows, width))
        : Map.of(
            "observations",
            new Tensor(observations, observations.length / (rows * width), rows, width),
            "state",
            new Tensor(state, rows, shape.stateWidth()));
  }

  private static float[] part(float[] numbers, int place, int length) {
    return Arrays.copyOfRange(numbers, place * length, (place + 1) * length);
  }

  private static float[] part(float[] outputs, NetworkShape shape, Branch branch, int rows) {
    float[] part = new float[rows * branch.outputs()];
    int at = shape.offset(branch.name());
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          outputs, row * shape.outputs() + at, part, row * branch.outputs(), branch.outputs());
    }
    return part;
  }

  /** Weights 1 and 2, biases 3 and −1: (5 − 2) × 2 = 6 is scaled, 9 and 11 come out. */
  @Test
  void aNetworkCountedByHand() throws Exception {
    NetworkShape shape =
        new NetworkShape(
            1, List.of(), List.of(new Branch("policy", List.of(new Layer.Dense("policy", 2)))));
    NetworkPolicy policy =
        new NetworkPolicy(
            "by_hand",
            new DistributionRule(shape, new Space.Discrete(2)),
            new float[] {1, 2, 3, -1},
            new ObservationScale(new float[] {2}, new float[] {2}));
    Path file = folder.resolve("new/by_hand.onnx");
    OnnxModel.write(List.of(new TrainedPolicy(policy, "price", "{\"a\": 1}")), file);
    try (OpenedModel opened = new OpenedModel(file)) {
      Map<String, float[]> outputs =
          opened.run(Map.of("observations", new Tensor(new float[] {5}, 1, 1)));
      assertArrayEquals(new float[] {9, 11}, outputs.get("policy"));
      assertArrayEquals(new float[] {1}, outputs.get("action"));
      assertEquals(
          Map.of(
              "policy", "by_hand",
              "action", "The index of the first of the largest numbers of branch policy.",
              "observation_fingerprint", "price",
              "observation_facts", "{\"a\": 1}"),
          opened.metadata());
    }
    assertOnly(file);
  }

  private static void assertOnly(Path file) throws IOException {
    try (Stream<Path> inside = Files.list(file.getParent())) {
      assertEquals(List.of(file), inside.toList());
    }
  }
}
