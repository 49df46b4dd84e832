package io.makerbench.learn.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionRule;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
  private static final int STEPS = 5;

  @TempDir private Path folder;

  /** A rule that gives no action: the network's outputs are what is compared. */
  private record Outputs(NetworkShape shape) implements ActionRule {
    @Override
    public Space space() {
      return new Space.Discrete(1);
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

  /** A model opened by ONNX Runtime. */
  private static final class Opened implements AutoCloseable {
    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Opened(Path file) throws OrtException {
      session = runtime.createSession(file.toString());
    }

    Map<String, float[]> run(int rows, Map<String, float[]> inputs) throws OrtException {
      Map<String, OnnxTensor> tensors = new HashMap<>();
      try {
        for (Map.Entry<String, float[]> input : inputs.entrySet()) {
          long[] shape = {rows, input.getValue().length / rows};
          tensors.put(
              input.getKey(),
              OnnxTensor.createTensor(runtime, FloatBuffer.wrap(input.getValue()), shape));
        }
        try (OrtSession.Result result = session.run(tensors)) {
          Map<String, float[]> outputs = new HashMap<>();
          for (String name : session.getOutputNames()) {
            OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
            FloatBuffer buffer = tensor.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            outputs.put(name, values);
          }
          return outputs;
        }
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    }

    @Override
    public void close() throws OrtException {
      session.close();
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
          new TrainedPolicy(
              new NetworkPolicy("any", new Outputs(shape), parameters, scale), "seen", "{}"),
          file);
      try (Opened opened = new Opened(file)) {
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

  private static void follow(
      Opened opened,
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
    float[] outputs = new float[rows * shape.outputs()];
    for (int step = 0; step < STEPS; step++) {
      float[] observations = NetworkArbitraries.numbers(rows * shape.inputs(), random);
      float[] seen = observations.clone();
      if (scale != null) {
        scale.apply(observations, 0, seen, 0, rows);
      }
      boolean remembers = shape.stateWidth() > 0;
      network.predict(
          remembers ? Inputs.sequences(seen, 1, rows, state, null) : Inputs.rows(seen, rows),
          outputs,
          state);
      Map<String, float[]> theirs =
          opened.run(
              rows,
              remembers
                  ? Map.of("observations", observations, "state", theirState)
                  : Map.of("observations", observations));
      for (Branch branch : shape.branches()) {
        assertArrayEquals(
            part(outputs, shape, branch, rows), theirs.get(branch.name()), (float) TOLERANCE);
      }
      if (remembers) {
        theirState = theirs.get("state_after");
        assertArrayEquals(state, theirState, (float) TOLERANCE);
      }
    }
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
    OnnxModel.write(new TrainedPolicy(policy, "price", "{\"a\": 1}"), file);
    try (Opened opened = new Opened(file)) {
      Map<String, float[]> outputs = opened.run(1, Map.of("observations", new float[] {5}));
      assertArrayEquals(new float[] {9, 11}, outputs.get("policy"));
      assertEquals(
          Map.of(
              "policy", "by_hand",
              "action", "The index of the first of the largest numbers of branch policy.",
              "observation_fingerprint", "price",
              "observation_facts", "{\"a\": 1}"),
          opened.session.getMetadata().getCustomMetadata());
    }
    assertOnly(file);
  }

  private static void assertOnly(Path file) throws IOException {
    try (Stream<Path> inside = Files.list(file.getParent())) {
      assertEquals(List.of(file), inside.toList());
    }
  }
}
