package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distributions of many rows on tensors are those of each row, also far out. */
class TensorDistributionTest {
  private static final int ROWS = 200;
  private static final double BY_ENTROPY = -0.03;
  private static final double SMALL = 1e-12;

  /** What the heap's slopes are rounded to. */
  private static final double FLOAT = 1e-6;

  private static final NetworkShape ANY =
      new NetworkShape(
          1, List.of(), List.of(new Branch("value", List.of(new Layer.Dense("value", 1)))));

  static Stream<Space> spaces() {
    return Stream.of(
        new Space.Discrete(5),
        new Space.MultiDiscrete(List.of(2, 1, 4)),
        new Space.Box(3, -2, 5),
        new Space.Box(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        new Space.Simplex(4));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void rowsAreWhatTheyAreAlone(Space space) {
    RandomStream random = RandomStream.named(1, "rows", 0);
    ActionDistribution one = ActionDistribution.of(space);
    float[] free = new float[one.free()];
    for (int i = 0; i < free.length; i++) {
      free[i] = (float) random.nextGaussian();
    }
    float[] outputs = new float[ROWS * one.outputs()];
    float[] actions = new float[ROWS * one.width()];
    double[] byLog = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      double size = row % 4 == 0 ? 12 : 1;
      for (int i = 0; i < one.outputs(); i++) {
        outputs[row * one.outputs() + i] = (float) (size * random.nextGaussian());
      }
      one.look(outputs, row * one.outputs(), free);
      one.sample(random, actions, row * one.width());
      byLog[row] = random.nextGaussian();
    }
    try (TorchTrainable network =
            new TorchTrainable(ANY, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
        TensorWork work = network.work()) {
      NDArray slopesByLog = work.up(byLog, new Shape(ROWS, 1));
      TensorDistribution all =
          one.onTensors(
              work,
              wide(work, outputs, ROWS, one.outputs()),
              work.up(free, new Shape(free.length)).toType(DataType.FLOAT64, false),
              work.up(actions, new Shape(ROWS, one.width())));
      double[] logarithms = work.doubles(all.relativeLogProbabilities());
      double[] entropies = work.doubles(all.entropies());
      double[] slopes = work.doubles(all.slopes(slopesByLog, BY_ENTROPY));
      double[] freeSlopes = work.doubles(all.freeSlopes(slopesByLog, BY_ENTROPY));
      float[] expected = new float[outputs.length];
      double[] expectedFree = new double[free.length];
      for (int row = 0; row < ROWS; row++) {
        int at = row * one.outputs();
        one.look(outputs, at, free);
        close(one.relativeLogProbability(actions, row * one.width()), logarithms[row], SMALL);
        close(one.entropy(), entropies[row], SMALL);
        one.gradient(
            actions, row * one.width(), byLog[row], BY_ENTROPY, expected, at, expectedFree);
      }
      for (int i = 0; i < expected.length; i++) {
        close(expected[i], slopes[i], FLOAT);
      }
      assertEquals(expectedFree.length, freeSlopes.length);
      for (int i = 0; i < expectedFree.length; i++) {
        close(expectedFree[i], freeSlopes[i], SMALL);
      }
    }
  }

  private static NDArray wide(TensorWork work, float[] numbers, int rows, int width) {
    return work.up(numbers, new Shape(rows, width)).toType(DataType.FLOAT64, false);
  }

  private static void close(double expected, double found, double share) {
    assertEquals(expected, found, share * (1 + Math.abs(expected)));
  }
}
