package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionDistributionTest {
  private static final double STEP = 1.0 / 256;
  private static final int DRAWS = 40_000;

  static Stream<Space> spaces() {
    double endless = Double.POSITIVE_INFINITY;
    return Stream.of(
        new Space.Discrete(5),
        new Space.MultiDiscrete(List.of(3, 2, 4)),
        new Space.Box(3, -endless, endless),
        new Space.Box(2, -0.5, 3),
        new Space.Simplex(4));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void gradientsAreTheSlopesOfLogProbabilityAndEntropy(Space space) {
    RandomStream random = RandomStream.named(3, "distribution", 0);
    ActionDistribution distribution = ActionDistribution.of(space);
    float[] outputs = new float[distribution.outputs() + 1];
    float[] free = new float[distribution.free()];
    float[] action = new float[distribution.width()];
    for (int trial = 0; trial < 20; trial++) {
      fill(outputs, random, 1);
      fill(free, random, 0.5);
      distribution.look(outputs, 1, free);
      distribution.sample(random, action, 0);
      float[] gradient = new float[outputs.length];
      double[] freeGradient = new double[free.length];
      distribution.gradient(action, 0, 1.7, -0.6, gradient, 1, freeGradient);
      for (int i = 1; i < outputs.length; i++) {
        assertEquals(
            slope(distribution, outputs, free, outputs, i, action), gradient[i], 2e-4, "output");
      }
      for (int i = 0; i < free.length; i++) {
        assertEquals(
            slope(distribution, outputs, free, free, i, action), freeGradient[i], 2e-4, "free");
      }
    }
  }

  /** Central differences, twice as wide the second time, so that the error is of fourth order. */
  private static double slope(
      ActionDistribution distribution,
      float[] outputs,
      float[] free,
      float[] moved,
      int i,
      float[] action) {
    return (4 * difference(distribution, outputs, free, moved, i, action, STEP)
            - difference(distribution, outputs, free, moved, i, action, 2 * STEP))
        / 3;
  }

  private static double difference(
      ActionDistribution distribution,
      float[] outputs,
      float[] free,
      float[] moved,
      int i,
      float[] action,
      double step) {
    float before = moved[i];
    moved[i] = (float) (before + step);
    double up = moved[i];
    distribution.look(outputs, 1, free);
    double above = 1.7 * distribution.logProbability(action, 0) - 0.6 * distribution.entropy();
    moved[i] = (float) (before - step);
    double down = moved[i];
    distribution.look(outputs, 1, free);
    double below = 1.7 * distribution.logProbability(action, 0) - 0.6 * distribution.entropy();
    moved[i] = before;
    distribution.look(outputs, 1, free);
    return (above - below) / (up - down);
  }

  /** The mean of −log p over draws is the entropy, so both and the draws belong together. */
  @ParameterizedTest
  @MethodSource("spaces")
  void entropyIsTheMeanSurpriseOfDraws(Space space) {
    RandomStream random = RandomStream.named(5, "distribution", 0);
    ActionDistribution distribution = ActionDistribution.of(space);
    float[] outputs = new float[distribution.outputs()];
    float[] free = new float[distribution.free()];
    fill(outputs, random, 1);
    fill(free, random, 0.3);
    float[] action = new float[distribution.width()];
    distribution.look(outputs, 0, free);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      distribution.sample(random, action, 0);
      sum -= distribution.logProbability(action, 0);
    }
    assertEquals(distribution.entropy(), sum / DRAWS, 0.03);
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void noActionIsLikelierThanTheMode(Space space) {
    RandomStream random = RandomStream.named(7, "distribution", 0);
    ActionDistribution distribution = ActionDistribution.of(space);
    boolean median = space instanceof Space.Box box && Double.isFinite(box.low());
    float[] outputs = new float[distribution.outputs()];
    fill(outputs, random, 1);
    float[] free = new float[distribution.free()];
    float[] mode = new float[distribution.width()];
    float[] other = new float[distribution.width()];
    distribution.look(outputs, 0, free);
    distribution.mode(mode, 0);
    double best = distribution.logProbability(mode, 0);
    for (int draw = 0; draw < 1000 && !median; draw++) {
      distribution.sample(random, other, 0);
      assertTrue(distribution.logProbability(other, 0) <= best);
    }
    if (median) {
      assertArrayEquals(outputs, mode);
    }
  }

  /** The density by the action itself, not by what it is squashed from, is 1 in all. */
  @Test
  void densityOfABoundedBoxIntegratesToOneOverTheBox() {
    ActionDistribution distribution = ActionDistribution.of(new Space.Box(1, -0.5, 3));
    distribution.look(new float[] {0.4f}, 0, new float[] {-0.2f});
    Actions actions = Actions.of(new Space.Box(1, -0.5, 3), 1);
    double integral = 0;
    double before = -0.5;
    double lastDensity = 0;
    for (double u = -9; u <= 9; u += 1e-3) {
      float[] drawn = {(float) u};
      distribution.act(drawn, 0, actions, 0);
      double action = 1.25 + 1.75 * Math.tanh((float) u);
      assertEquals(action, actions.continuous[0], 1e-6);
      double density = Math.exp(distribution.logProbability(drawn, 0));
      integral += (action - before) * (density + lastDensity) / 2;
      before = action;
      lastDensity = density;
    }
    assertEquals(1, integral, 1e-4);
  }

  /** Reckoned by hand: softmax of (0, ln 3) is (¼, ¾). */
  @Test
  void probabilitiesOfChoicesAreTheirSoftmax() {
    ActionDistribution distribution = ActionDistribution.of(new Space.Discrete(2));
    distribution.look(new float[] {9, 0, (float) Math.log(3)}, 1, new float[0]);
    assertEquals(Math.log(0.25), distribution.logProbability(new float[] {0}, 0), 1e-7);
    assertEquals(Math.log(0.75), distribution.logProbability(new float[] {1}, 0), 1e-7);
    assertEquals(0.25 * Math.log(4) + 0.75 * Math.log(4.0 / 3), distribution.entropy(), 1e-7);
  }

  /** Reckoned by hand: α = (2, 2) gives the density 6·w·(1 − w). */
  @Test
  void sharesHaveDirichletsDensity() {
    float output = (float) Math.log(Math.E - 1); // log(1 + e^output) = 1
    ActionDistribution distribution = ActionDistribution.of(new Space.Simplex(2));
    distribution.look(new float[] {output, output}, 0, new float[0]);
    assertEquals(
        Math.log(6 * 0.2 * 0.8), distribution.logProbability(new float[] {0.2f, 0.8f}, 0), 1e-6);
    float[] mode = new float[2];
    distribution.mode(mode, 0);
    assertArrayEquals(new float[] {0.5f, 0.5f}, mode, 1e-6f);
  }

  @Test
  void sharesThatAreDrawnAddUpToOne() {
    RandomStream random = RandomStream.named(1, "shares", 0);
    ActionDistribution distribution = ActionDistribution.of(new Space.Simplex(3));
    float[] action = new float[3];
    for (int draw = 0; draw < 100; draw++) {
      distribution.look(new float[] {-5, 0, 5}, 0, new float[0]);
      distribution.sample(random, action, 0);
      assertEquals(1, action[0] + action[1] + action[2], 1e-5);
    }
  }

  @Test
  void aBoxBoundedOnOneSideIsRefused() {
    Space.Box box = new Space.Box(1, 0, Double.POSITIVE_INFINITY);
    InputException refused = assertThrows(InputException.class, () -> ActionDistribution.of(box));
    assertTrue(refused.getMessage().contains("one side"));
  }

  private static void fill(float[] numbers, RandomStream random, double size) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (size * random.nextGaussian());
    }
  }

  /** What the relative log-probability leaves out is the same for any policy. */
  @ParameterizedTest
  @MethodSource("spaces")
  void ratiosOfPoliciesNeedNoMoreThanTheRelativeLogProbability(Space space) {
    RandomStream random = RandomStream.named(9, "distribution", 0);
    ActionDistribution distribution = ActionDistribution.of(space);
    float[] outputs = new float[distribution.outputs()];
    float[] free = new float[distribution.free()];
    float[] action = new float[distribution.width()];
    distribution.look(outputs, 0, free);
    distribution.sample(random, action, 0);
    double leftOut =
        distribution.logProbability(action, 0) - distribution.relativeLogProbability(action, 0);
    fill(outputs, random, 1);
    fill(free, random, 0.5);
    distribution.look(outputs, 0, free);
    assertEquals(
        leftOut,
        distribution.logProbability(action, 0) - distribution.relativeLogProbability(action, 0),
        1e-9);
  }
}
