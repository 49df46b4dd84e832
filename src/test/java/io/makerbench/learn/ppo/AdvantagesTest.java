package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvantagesTest {
  private static final int STEPS = 40;
  private static final double REWARD = 0.7;
  private static final double VALUE = 2.5;

  /** With constant rewards and values every δ is the same: A = δ·(1 − (γλ)ⁿ)/(1 − γλ). */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 0.9", "0.99, 1", "0.99, 0.9"})
  void advantagesOfConstantValuesHaveAClosedForm(double gamma, double lambda) {
    Rollout rollout = constant(2, gamma);
    new Advantages(lambda).estimate(rollout, new double[] {VALUE, VALUE});
    double error = REWARD + gamma * VALUE - VALUE;
    for (int t = 0; t < STEPS; t++) {
      double expected = error * series(gamma * lambda, STEPS - t);
      assertEquals(expected, rollout.advantages[2 * t + 1], 1e-12);
      assertEquals(expected + VALUE, rollout.returns[2 * t], 1e-12);
    }
  }

  /** Nothing follows a terminal state; a cut-off one counts what it was worth. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 0.9", "0.99, 1", "0.99, 0.9"})
  void anEndStopsTheSumAndACutOffCountsTheLastState(double gamma, double lambda) {
    Rollout rollout = constant(2, gamma);
    int end = 24;
    rollout.ended[2 * end] = true;
    rollout.ended[2 * end + 1] = true;
    rollout.bootstraps[2 * end + 1] = 4;
    new Advantages(lambda).estimate(rollout, new double[] {VALUE, VALUE});
    double error = REWARD + gamma * VALUE - VALUE;
    double decay = gamma * lambda;
    for (int t = 0; t <= end; t++) {
      double before = error * series(decay, end - t);
      double last = Math.pow(decay, end - t);
      assertEquals(before + last * (REWARD - VALUE), rollout.advantages[2 * t], 1e-12);
      double cut = REWARD + gamma * 4 - VALUE;
      assertEquals(before + last * cut, rollout.advantages[2 * t + 1], 1e-12);
    }
    assertEquals(error * series(decay, STEPS - end - 1), rollout.advantages[2 * (end + 1)], 1e-12);
  }

  private static double series(double ratio, int terms) {
    return ratio == 1 ? terms : (1 - Math.pow(ratio, terms)) / (1 - ratio);
  }

  private static Rollout constant(int copies, double gamma) {
    Rollout rollout = new Rollout(STEPS, copies, 1, 1, 0, 1);
    Arrays.fill(rollout.rewards, REWARD);
    Arrays.fill(rollout.values, VALUE);
    Arrays.fill(rollout.discounts, gamma);
    return rollout;
  }
}
