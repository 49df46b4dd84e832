package io.makerbench.learn.cloning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowLossTest {
  private static final double[] NO_WEIGHTS = {1, 1, 1};

  /** A loss and what an expert did. */
  record Case(String name, RowLoss loss, float[] targets) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static NumbersLoss numbers(Space space, NumberLoss kind) {
    return new NumbersLoss(Link.of(space), kind, 0.25, new double[] {1, 0.5, 3});
  }

  static List<Case> cases() {
    Space free = new Space.Box(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Space bounded = new Space.Box(3, -1, 4);
    Space shares = new Space.Simplex(3);
    float[] split = {0.2f, 0.5f, 0.3f};
    RowLoss focal = new ChoiceLoss(new double[] {0.5, 1, 2}, 2);
    RowLoss mixed =
        new MixedLoss(List.of(focal, numbers(bounded, NumberLoss.MSE)), new double[] {0.75, 2});
    return List.of(
        new Case("cross-entropy", new ChoiceLoss(NO_WEIGHTS, 0), new float[] {1}),
        new Case("weighted cross-entropy", new ChoiceLoss(split(0.5), 0), new float[] {2}),
        new Case("focal", focal, new float[] {2}),
        new Case("focal with a γ below 1", new ChoiceLoss(NO_WEIGHTS, 0.5), new float[] {0}),
        new Case("squares", numbers(free, NumberLoss.MSE), new float[] {0.4f, -1, 2}),
        new Case("Huber", numbers(free, NumberLoss.HUBER), new float[] {0.4f, -1, 2}),
        new Case("bounded squares", numbers(bounded, NumberLoss.MSE), new float[] {-1, 3, 0.5f}),
        new Case("bounded Huber", numbers(bounded, NumberLoss.HUBER), new float[] {-1, 3, 0.5f}),
        new Case("shares", numbers(shares, NumberLoss.MSE), split),
        new Case("mixed", mixed, new float[] {1, 0, 3, 2}));
  }

  private static double[] split(double first) {
    return new double[] {first, 1, 2};
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientIsThatOfCentralDifferences(Case given) {
    RandomStream random = RandomStream.named(1, given.name(), 0);
    int width = given.loss().outputs();
    for (int trial = 0; trial < 50; trial++) {
      float[] outputs = new float[width];
      for (int i = 0; i < width; i++) {
        outputs[i] = (float) (1.5 * random.nextGaussian());
      }
      float[] gradient = new float[width];
      loss(given, outputs, gradient);
      for (int i = 0; i < width; i++) {
        assertEquals(slope(given, outputs, i), gradient[i], 2e-4 * (1 + Math.abs(gradient[i])));
      }
    }
  }

  /** Also where an expert's choice is foreseen so well that nothing is missing. */
  @ParameterizedTest
  @MethodSource("cases")
  void rowsOnTensorsLoseWhatTheyLoseAlone(Case given) {
    RandomStream random = RandomStream.named(2, given.name(), 0);
    int width = given.loss().outputs();
    int rows = 60;
    float[] outputs = new float[rows * width];
    float[] targets = new float[rows * given.targets().length];
    float[] slopes = new float[outputs.length];
    double[] losses = new double[rows];
    for (int row = 0; row < rows; row++) {
      double size = row % 3 == 0 ? 30 : 1.5;
      for (int i = 0; i < width; i++) {
        outputs[row * width + i] = (float) (size * random.nextGaussian());
      }
      int at = row * given.targets().length;
      System.arraycopy(given.targets(), 0, targets, at, given.targets().length);
      losses[row] = given.loss().of(outputs, row * width, targets, at, 1, slopes, row * width);
    }
    NetworkShape any =
        new NetworkShape(
            1, List.of(), List.of(new Branch("value", List.of(new Layer.Dense("value", 1)))));
    try (TorchTrainable network =
            new TorchTrainable(any, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
        TensorWork work = network.work()) {
      TensorRowLoss found =
          given
              .loss()
              .onTensors(
                  work,
                  work.up(outputs, new Shape(rows, width)).toType(DataType.FLOAT64, false),
                  work.up(targets, new Shape(rows, given.targets().length))
                      .toType(DataType.FLOAT64, false));
      assertArrayEquals(losses, work.doubles(found.losses()), 1e-6);
      float[] foundSlopes = work.floats(found.slopes().toType(DataType.FLOAT32, false));
      for (int i = 0; i < slopes.length; i++) {
        assertEquals(slopes[i], foundSlopes[i], 1e-6 * (1 + Math.abs(slopes[i])));
      }
    }
  }

  private static double loss(Case given, float[] outputs, float[] gradient) {
    return given.loss().of(outputs, 0, given.targets(), 0, 1.75, gradient, 0);
  }

  private static double slope(Case given, float[] outputs, int i) {
    float[] unused = new float[outputs.length];
    float[] above = outputs.clone();
    float[] below = outputs.clone();
    above[i] += 1e-3f;
    below[i] -= 1e-3f;
    double rise = loss(given, above, unused) - loss(given, below, unused);
    return rise / ((double) above[i] - below[i]);
  }

  @Test
  void crossEntropyByHand() {
    float[] gradient = new float[2];
    float[] outputs = {0, (float) Math.log(3)};
    ChoiceLoss loss = new ChoiceLoss(new double[] {1, 2}, 0);
    assertEquals(Math.log(4), loss.of(outputs, 0, new float[] {0}, 0, 1, gradient, 0), 1e-6);
    assertArrayEquals(new float[] {-0.75f, 0.75f}, gradient, 1e-6f);
    assertEquals(
        2 * Math.log(4.0 / 3), loss.of(outputs, 0, new float[] {1}, 0, 1, gradient, 0), 1e-6);
  }

  @Test
  void focalLossByHand() {
    float[] outputs = {0, (float) Math.log(3)};
    double loss =
        new ChoiceLoss(new double[] {1, 1}, 2)
            .of(outputs, 0, new float[] {1}, 0, 1, new float[2], 0);
    assertEquals(0.25 * 0.25 * Math.log(4.0 / 3), loss, 1e-6);
  }

  @Test
  void focalLossOfACertainChoiceIsZeroAndFinite() {
    float[] gradient = new float[2];
    double loss =
        new ChoiceLoss(new double[] {1, 1}, 0.5)
            .of(new float[] {900, -900}, 0, new float[] {0}, 0, 1, gradient, 0);
    assertEquals(0, Math.abs(loss));
    assertArrayEquals(new float[] {0, 0}, gradient, 1e-30f);
  }

  @Test
  void huberByHand() {
    Space free = new Space.Box(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    NumbersLoss huber = new NumbersLoss(Link.of(free), NumberLoss.HUBER, 1, new double[] {1, 1});
    float[] gradient = new float[2];
    double loss = huber.of(new float[] {3, 0.5f}, 0, new float[] {0, 0}, 0, 1, gradient, 0);
    assertEquals((2.5 + 0.125) / 2, loss, 1e-9);
    assertArrayEquals(new float[] {0.5f, 0.25f}, gradient);
  }

  @Property(tries = 100)
  void aWeightIsAsManyRows(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int first,
      @ForAll @IntRange(min = 1, max = 4) int second) {
    RandomStream random = RandomStream.named(seed, "rows", 0);
    ChoiceLoss loss = new ChoiceLoss(new double[] {1, 0.5, 2}, 1.5);
    float[] outputs = new float[6];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (float) random.nextGaussian();
    }
    float[] targets = {random.nextInt(3), random.nextInt(3)};
    float[] byWeights = new float[6];
    double weighted =
        BatchLoss.of(loss, outputs, targets, new double[] {first, second}, 2, byWeights);

    int rows = first + second;
    float[] manyOutputs = new float[3 * rows];
    float[] manyTargets = new float[rows];
    double[] ones = new double[rows];
    for (int row = 0; row < rows; row++) {
      int of = row < first ? 0 : 1;
      System.arraycopy(outputs, 3 * of, manyOutputs, 3 * row, 3);
      manyTargets[row] = targets[of];
      ones[row] = 1;
    }
    float[] byRows = new float[3 * rows];
    assertEquals(BatchLoss.of(loss, manyOutputs, manyTargets, ones, rows, byRows), weighted, 1e-12);
    for (int i = 0; i < 3; i++) {
      assertEquals(byWeights[i], first * byRows[i], 1e-6);
      assertEquals(byWeights[3 + i], second * byRows[3 * first + i], 1e-6);
    }
  }
}
