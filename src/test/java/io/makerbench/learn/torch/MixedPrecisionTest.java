package io.makerbench.learn.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mixed precision is nearly 32-bit precision: what is rounded, and what is not. */
class MixedPrecisionTest {
  /** Spacing of 16-bit floats relative to a number: they keep 11 bits. */
  private static final double SPACING = 1 / 1024.0;

  @Property(tries = 40, seed = "1", shrinking = ShrinkingMode.OFF)
  void gradientsPointWhereThoseOf32BitsDo(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "mixed", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    float[] slopes = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    long[] dropout = random.state();
    Pass single = pass(Precision.SINGLE, shape, inputs, parameters, slopes, dropout);
    Pass mixed = pass(Precision.MIXED, shape, inputs, parameters, slopes, dropout);
    assertFalse(Arrays.equals(single.outputs, mixed.outputs), "products are rounded");
    assertTrue(cosine(single.outputs, mixed.outputs) > 0.99, shape.toString());
    assertTrue(cosine(single.gradient, mixed.gradient) > 0.97, shape.toString());
  }

  /** Slopes that 16-bit floats cannot hold, as those of large batches, keep their size. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1e6, 1e12})
  void slopesOfAnySizeAreLearntFrom(double size) {
    RandomStream random = RandomStream.named(2, "sizes", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    float[] slopes = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] *= (float) size;
    }
    long[] dropout = random.state();
    Pass single = pass(Precision.SINGLE, shape, inputs, parameters, slopes, dropout);
    Pass mixed = pass(Precision.MIXED, shape, inputs, parameters, slopes, dropout);
    assertEquals(1, mixed.norm / single.norm, 0.02);
    assertTrue(cosine(single.gradient, mixed.gradient) > 0.99);
  }

  /** Inputs so large that gradients are beyond 16-bit floats at first are scaled down further. */
  @Test
  void gradientsBeyond16BitsAreTakenAgain() {
    int rows = 512;
    NetworkShape shape =
        new NetworkShape(
            1, List.of(), List.of(new Branch("value", List.of(new Layer.Dense("value", 1)))));
    float[] large = new float[rows];
    Arrays.fill(large, 20_000);
    float[] slopes = new float[rows];
    Arrays.fill(slopes, 1);
    long[] unused = RandomStream.named(0, "unused", 0).state();
    float[] parameters = {1, 0};
    Pass mixed = pass(Precision.MIXED, shape, Inputs.rows(large, rows), parameters, slopes, unused);
    assertArrayEquals(new float[] {20_000f * rows, rows}, mixed.gradient);
  }

  /** A step far below the spacing of 16-bit floats moves a parameter: they are kept in 32 bits. */
  @Test
  void smallStepsAddUp() {
    RandomStream random = RandomStream.named(1, "small steps", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    float[] ones = new float[shape.size()];
    Arrays.fill(ones, 1);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] slopes = new float[inputs.rows() * shape.outputs()];
    Arrays.fill(slopes, 1);
    double rate = SPACING / 100;
    try (TorchTrainable network = open(shape, Precision.MIXED)) {
      network.restore(NetworkState.fresh(ones));
      network.forward(inputs, new float[slopes.length], random);
      network.backward(slopes);
      float slope = network.gradient()[shape.size() - 1];
      network.step(OptimiserRule.adam(1e-8), rate, 1);
      float moved = network.state().parameters()[shape.size() - 1];
      assertTrue(slope > 0);
      assertEquals(1 - rate, moved, 1e-7);
    }
  }

  private record Pass(float[] outputs, float[] gradient, double norm) {}

  private static Pass pass(
      Precision precision,
      NetworkShape shape,
      Inputs inputs,
      float[] parameters,
      float[] slopes,
      long[] dropout) {
    RandomStream random = RandomStream.named(0, "dropout", 0);
    random.restore(dropout);
    float[] outputs = new float[slopes.length];
    try (TorchTrainable network = open(shape, precision)) {
      network.restore(NetworkState.fresh(parameters));
      network.forward(inputs, outputs, random);
      double norm = network.backward(slopes);
      return new Pass(outputs, network.gradient(), norm);
    }
  }

  private static TorchTrainable open(NetworkShape shape, Precision precision) {
    return new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), precision);
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      squaresOfA += (double) a[i] * a[i];
      squaresOfB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(squaresOfA * squaresOfB);
  }
}
