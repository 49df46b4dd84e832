package io.makerbench.learn.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.random.RandomStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that is cut in two against one that is whole. */
class HalvedNetworkTest {
  private static final int INPUTS = 5;

  private final RandomStream random = RandomStream.named(1, "halves", 0);

  /** With 301 rows nothing is cut; with a memory, sequences stay whole. */
  @ParameterizedTest
  @CsvSource({"false, 1, 301", "false, 1, 1201", "true, 40, 33", "true, 1, 900"})
  void givesAndLearnsWhatAWholeNetworkDoes(boolean memory, int steps, int sequences) {
    NetworkShape shape = shape(memory);
    NetworkState start = NetworkState.fresh(numbers(shape.size(), 0.3));
    Inputs inputs = inputs(shape, steps, sequences);
    int rows = inputs.rows();
    float[] slopes = numbers(rows * shape.outputs(), 1.0 / rows);
    try (VectorNetwork whole = new VectorNetwork(shape);
        HalvedNetwork halved = new HalvedNetwork(shape, 2)) {
      whole.restore(start);
      halved.restore(start);
      float[] expected = new float[rows * shape.outputs()];
      float[] found = new float[expected.length];
      float[] expectedState = new float[sequences * shape.stateWidth()];
      float[] foundState = new float[expectedState.length];
      whole.predict(inputs, expected, expectedState);
      halved.predict(inputs, found, foundState);
      assertArrayEquals(expected, found);
      assertArrayEquals(expectedState, foundState);
      for (int update = 0; update < 3; update++) {
        whole.forward(inputs, expected, random);
        halved.forward(inputs, found, random);
        double norm = whole.backward(slopes);
        assertEquals(norm, halved.backward(slopes), 1e-5 * norm);
        assertArrayEquals(whole.gradient(), halved.gradient(), (float) (1e-5 * norm));
        whole.step(OptimiserRule.adam(1e-3), 1e-3, 1);
        halved.step(OptimiserRule.adam(1e-3), 1e-3, 1);
      }
      halved.predict(inputs, found, foundState);
      whole.predict(inputs, expected, expectedState);
      assertArrayEquals(expected, found, 1e-3f);
    }
  }

  private static NetworkShape shape(boolean memory) {
    List<Layer> trunk =
        memory
            ? List.of(new Layer.Dense("in", 20), new Layer.Relu(), new Layer.Gru("gru", 18))
            : List.of(new Layer.Dense("in", 20), new Layer.Tanh());
    return new NetworkShape(
        INPUTS,
        trunk,
        List.of(
            new Branch("policy", List.of(new Layer.Dense("policy", 3))),
            new Branch("value", List.of(new Layer.Dense("value", 1)))));
  }

  private Inputs inputs(NetworkShape shape, int steps, int sequences) {
    int rows = steps * sequences;
    float[] observations = numbers(rows * INPUTS, 1);
    if (shape.stateWidth() == 0) {
      return Inputs.rows(observations, rows);
    }
    boolean[] begins = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      begins[row] = random.nextInt(10) == 0;
    }
    float[] state = numbers(sequences * shape.stateWidth(), 0.5);
    return Inputs.sequences(observations, steps, sequences, state, begins);
  }

  private float[] numbers(int count, double size) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (size * random.nextGaussian());
    }
    return numbers;
  }
}
