package io.makerbench.learn.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same weights and inputs give the same outputs, gradients and updates on both engines. */
class EnginesAgreeTest {
  private static final double RELATIVE = 1e-5;
  private static final double FLOOR = 1e-6;
  private static final int UPDATES = 3;

  @Property(tries = 80)
  void outputsGradientsAndUpdatesAgree(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "engines", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    NetworkState start = NetworkState.fresh(NetworkArbitraries.parameters(shape, random));
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] weights = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    try (TrainableNetwork vector = new VectorNetwork(shape);
        TrainableNetwork torch =
            new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu())) {
      vector.restore(start);
      torch.restore(start);
      compare(vector, torch, inputs, weights, random);
    }
  }

  private static void compare(
      TrainableNetwork vector,
      TrainableNetwork torch,
      Inputs inputs,
      float[] weights,
      RandomStream random) {
    float[] ours = new float[weights.length];
    float[] theirs = new float[weights.length];
    float[] state = new float[inputs.sequences * vector.shape().stateWidth()];
    float[] theirState = state.clone();
    vector.predict(inputs, ours, state);
    torch.predict(inputs, theirs, theirState);
    assertClose(theirs, ours, "prediction");
    assertClose(theirState, state, "state");
    for (int update = 0; update < UPDATES; update++) {
      vector.forward(inputs, ours, random);
      torch.forward(inputs, theirs, random);
      assertClose(theirs, ours, "output");
      double norm = vector.backward(weights);
      assertEquals(torch.backward(weights), norm, RELATIVE * norm);
      assertClose(torch.gradient(), vector.gradient(), "gradient");
      // A first step is the sign of the gradient: ε of its size keeps rounding from deciding it.
      AdamRule rule = new AdamRule(0.9, 0.999, norm, 0.01);
      vector.step(rule, 1e-2, 0.5);
      torch.step(rule, 1e-2, 0.5);
      assertClose(torch.state().parameters(), vector.state().parameters(), "parameters");
      assertClose(roots(torch.state().variance()), roots(vector.state().variance()), "variance");
    }
  }

  /** A square is as far off as its root twice. */
  private static float[] roots(float[] squares) {
    float[] roots = new float[squares.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(squares[i]);
    }
    return roots;
  }

  /** What is small among large numbers is held to their size: it is what large ones leave. */
  private static void assertClose(float[] expected, float[] found, String what) {
    double squares = 0;
    for (float v : expected) {
      squares += (double) v * v;
    }
    double typical = Math.sqrt(squares / Math.max(1, expected.length));
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(Math.abs(expected[i]), typical);
      assertEquals(expected[i], found[i], FLOOR + RELATIVE * scale, what + " " + i);
    }
  }
}
