package io.makerbench.learn.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.vector.HalvedNetwork;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * The same weights, inputs and slopes give the same outputs, states, gradients and updates on every
 * engine, and they are those of the formulas in double precision: random networks of all layers
 * there are.
 */
class EnginesAgreeTest {
  private static final int UPDATES = 3;

  /** Rows that a network is cut at, some more or less. */
  private static final int CUT = 512;

  /** Rectifiers nearer to their kink than this may be on either side of it. */
  private static final double KINK = 1e-5;

  /**
   * Share of the tolerance that rough arithmetic may lose. Where it loses more, the network
   * magnifies roundings, as norms of nearly equal numbers do, and no engine is right.
   */
  private static final double SOUND = 0.4;

  /** So far that a central difference stays on one side. */
  private static final double FAR_FROM_KINKS = 1e-3;

  private static final int NARROW = 6;
  private static final double RATE = 1e-2;

  @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
  void smallInputs(@ForAll long seed) {
    anyInputs(seed);
  }

  @Property(tries = 2000, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void manySmallInputs(@ForAll long seed) {
    anyInputs(seed);
  }

  private static void anyInputs(long seed) {
    RandomStream random = RandomStream.named(seed, "engines", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    compare(shape, NetworkArbitraries.inputs(shape, random), random);
  }

  @Property(tries = 16, seed = "1", shrinking = ShrinkingMode.OFF)
  void inputsThatAreCut(@ForAll long seed) {
    wideInputs(seed);
  }

  @Property(tries = 600, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void manyInputsThatAreCut(@ForAll long seed) {
    wideInputs(seed);
  }

  private static void wideInputs(long seed) {
    RandomStream random = RandomStream.named(seed, "wide", 0);
    NetworkShape shape = NetworkArbitraries.shape(random, NARROW);
    compare(shape, NetworkArbitraries.inputs(shape, CUT - 5 + random.nextInt(200), random), random);
  }

  /** The referee itself: its slopes are those of its outputs. */
  @Property(tries = 20, seed = "1", shrinking = ShrinkingMode.OFF)
  void theRefereesSlopesAreThoseByCentralDifferences(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "referee", 0);
    NetworkShape shape = NetworkArbitraries.shape(random, NARROW);
    Inputs inputs = NetworkArbitraries.inputs(shape, random);
    float[] weights = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    DoubleNetwork referee = new DoubleNetwork(shape, NetworkArbitraries.parameters(shape, random));
    long[] dropout = random.state();
    referee.forward(inputs, new float[weights.length], random);
    double norm = referee.backward(weights);
    float[] gradient = referee.gradient();
    Assume.that(referee.leastMargin() > FAR_FROM_KINKS);
    for (int i = 0; i < gradient.length; i++) {
      double expected = referee.slope(inputs, weights, i, dropout);
      assertEquals(expected, gradient[i], 1e-6 * norm, shape + " parameter " + i);
    }
  }

  private static void compare(NetworkShape shape, Inputs inputs, RandomStream random) {
    float[] parameters = NetworkArbitraries.parameters(shape, random);
    float[] slopes = NetworkArbitraries.numbers(inputs.rows() * shape.outputs(), random);
    DoubleNetwork referee = new DoubleNetwork(shape, parameters);
    List<DoubleNetwork> rough =
        IntStream.range(0, DoubleNetwork.DRAWS)
            .mapToObj(draw -> DoubleNetwork.rough(shape, parameters, draw))
            .toList();
    List<TrainableNetwork> engines = engines(shape);
    try {
      for (TrainableNetwork engine : engines) {
        engine.restore(NetworkState.fresh(parameters));
        assertArrayEquals(parameters, engine.state().parameters());
      }
      comparePredictions(engines, referee, rough, inputs);
      for (int update = 0; update < UPDATES; update++) {
        compareOutputs(engines, referee, rough, inputs, random);
        double norm = compareGradients(engines, referee, rough, slopes);
        // A first step is the sign of the gradient: ε of its size keeps rounding from deciding it.
        OptimiserRule rule =
            update % 2 == 0 ? OptimiserRule.adamW(norm, 0.01) : OptimiserRule.rmsProp(0.99, norm);
        compareSteps(engines, referee, rough, rule);
      }
      comparePredictions(engines, referee, rough, inputs);
    } finally {
      engines.forEach(TrainableNetwork::close);
    }
  }

  private static List<TrainableNetwork> engines(NetworkShape shape) {
    return List.of(
        new VectorNetwork(shape),
        new HalvedNetwork(shape, 2),
        new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE));
  }

  private static void comparePredictions(
      List<TrainableNetwork> engines,
      DoubleNetwork referee,
      List<DoubleNetwork> rough,
      Inputs inputs) {
    NetworkShape shape = referee.shape();
    float[] expected = new float[inputs.rows() * shape.outputs()];
    float[] found = new float[expected.length];
    float[] expectedState = new float[inputs.sequences * shape.stateWidth()];
    float[] state = new float[expectedState.length];
    referee.predict(inputs, expected, expectedState);
    Assume.that(referee.leastMargin() > KINK);
    for (DoubleNetwork one : rough) {
      one.predict(inputs, found, state);
      assumeSound(expected, found);
      assumeSound(expectedState, state);
    }
    for (TrainableNetwork engine : engines) {
      engine.predict(inputs, found, state);
      assertClose(expected, found, "prediction", engine);
      assertClose(expectedState, state, "state", engine);
    }
  }

  private static void compareOutputs(
      List<TrainableNetwork> engines,
      DoubleNetwork referee,
      List<DoubleNetwork> rough,
      Inputs inputs,
      RandomStream dropout) {
    float[] expected = new float[inputs.rows() * referee.shape().outputs()];
    float[] found = new float[expected.length];
    long[] before = dropout.state();
    referee.forward(inputs, expected, dropout);
    Assume.that(referee.leastMargin() > KINK);
    for (DoubleNetwork one : rough) {
      one.forward(inputs, found, stream(before));
      assumeSound(expected, found);
    }
    for (TrainableNetwork engine : engines) {
      RandomStream same = stream(before);
      engine.forward(inputs, found, same);
      assertClose(expected, found, "output", engine);
      assertArrayEquals(dropout.state(), same.state());
    }
  }

  private static double compareGradients(
      List<TrainableNetwork> engines,
      DoubleNetwork referee,
      List<DoubleNetwork> rough,
      float[] slopes) {
    double norm = referee.backward(slopes);
    for (DoubleNetwork one : rough) {
      one.backward(slopes);
      assumeSound(referee.gradient(), one.gradient());
    }
    for (TrainableNetwork engine : engines) {
      assertEquals(norm, engine.backward(slopes), Closeness.RELATIVE * norm);
      assertClose(referee.gradient(), engine.gradient(), "gradient", engine);
    }
    return norm;
  }

  private static void compareSteps(
      List<TrainableNetwork> engines,
      DoubleNetwork referee,
      List<DoubleNetwork> rough,
      OptimiserRule rule) {
    referee.step(rule, RATE, 0.5);
    rough.forEach(one -> one.step(rule, RATE, 0.5));
    for (TrainableNetwork engine : engines) {
      engine.step(rule, RATE, 0.5);
      compareStates(referee.state(), engine);
    }
  }

  private static void assumeSound(float[] expected, float[] roughly) {
    Assume.that(Closeness.worst(expected, roughly) < SOUND);
  }

  private static void compareStates(NetworkState expected, TrainableNetwork engine) {
    NetworkState found = engine.state();
    assertEquals(expected.steps(), found.steps());
    assertClose(expected.parameters(), found.parameters(), "parameter", engine);
    assertClose(expected.mean(), found.mean(), "mean", engine);
    assertClose(roots(expected.variance()), roots(found.variance()), "variance", engine);
  }

  /** A square is as far off as its root twice. */
  private static float[] roots(float[] squares) {
    float[] roots = new float[squares.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(squares[i]);
    }
    return roots;
  }

  /** A target follows, all the way or a share of it. */
  @Property(tries = 20, seed = "1", shrinking = ShrinkingMode.OFF)
  void targetsFollowAlike(@ForAll long seed) {
    RandomStream random = RandomStream.named(seed, "targets", 0);
    NetworkShape shape = NetworkArbitraries.shape(random);
    NetworkState from = NetworkState.fresh(NetworkArbitraries.parameters(shape, random));
    NetworkState to = NetworkState.fresh(NetworkArbitraries.parameters(shape, random));
    double share = random.nextInt(3) == 0 ? 1 : random.nextDouble();
    float[] expected = from.parameters().clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] += (float) (share * ((double) to.parameters()[i] - expected[i]));
    }
    List<TrainableNetwork> leaders = engines(shape);
    for (TrainableNetwork engine : engines(shape)) {
      TrainableNetwork leader =
          leaders.stream().filter(l -> l.getClass() == engine.getClass()).findFirst().orElseThrow();
      try (engine;
          leader) {
        engine.restore(from);
        leader.restore(to);
        engine.follow(leader, share);
        assertClose(expected, engine.state().parameters(), "target", engine);
        assertArrayEquals(to.parameters(), leader.state().parameters());
      }
    }
  }

  private static RandomStream stream(long[] state) {
    RandomStream stream = RandomStream.named(0, "any", 0);
    stream.restore(state);
    return stream;
  }

  private static void assertClose(
      float[] expected, float[] found, String what, TrainableNetwork engine) {
    String name = engine.getClass().getSimpleName();
    Closeness.assertClose(expected, found, name + " " + what + " of " + engine.shape());
  }
}
