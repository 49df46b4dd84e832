package io.makerbench.learn.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.learn.net.DoubleNetwork;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The vector engine against the formulas in double precision, over random shapes. */
class VectorNetworkTest {
  private static final double RELATIVE = 1e-5;
  private static final double FLOOR = 1e-6;
  private static final int SLOPES_CHECKED = 60;

  @Property(tries = 150)
  void outputsAreThoseOfTheFormulas(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "network", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    try (VectorNetwork network = new VectorNetwork(shape)) {
      network.restore(NetworkState.fresh(parameters));
      float[] outputs = new float[inputs.rows() * shape.outputs()];
      float[] after = new float[inputs.sequences * shape.stateWidth()];
      network.predict(inputs, outputs, after);
      double[] stateAfter = new double[after.length];
      double[] expected = new DoubleNetwork(shape, parameters).outputs(inputs, stateAfter);
      assertClose(expected, outputs, scale(expected));
      assertClose(stateAfter, after, 1);
      assertArrayEquals(parameters, network.state().parameters());
    }
  }

  @Property(tries = 60)
  void gradientsAreThoseOfTheFormulas(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "network", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] weights = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    try (VectorNetwork network = new VectorNetwork(shape)) {
      network.restore(NetworkState.fresh(parameters));
      network.forward(inputs, new float[weights.length], random);
      double norm = network.backward(weights);
      float[] gradient = network.gradient();
      double squares = 0;
      for (float g : gradient) {
        squares += (double) g * g;
      }
      assertEquals(Math.sqrt(squares), norm, RELATIVE * norm);
      DoubleNetwork referee = new DoubleNetwork(shape, parameters);
      double typical = norm / Math.sqrt(gradient.length);
      for (int i = 0; i < SLOPES_CHECKED; i++) {
        int parameter = random.nextInt(gradient.length);
        double expected = referee.slope(inputs, weights, parameter);
        assertEquals(
            expected,
            gradient[parameter],
            FLOOR + RELATIVE * Math.max(Math.abs(expected), typical),
            () -> shape + " parameter " + parameter);
      }
    }
  }

  /** Sums of many products cancel: what is small among large ones is held to their size. */
  private static double scale(double[] values) {
    double squares = 0;
    for (double v : values) {
      squares += v * v;
    }
    return Math.sqrt(squares / values.length);
  }

  private static void assertClose(double[] expected, float[] found, double scale) {
    for (int i = 0; i < expected.length; i++) {
      double allowed = FLOOR + RELATIVE * Math.max(Math.abs(expected[i]), scale);
      assertTrue(
          Math.abs(expected[i] - found[i]) <= allowed, expected[i] + " but found " + found[i]);
    }
  }
}
