package io.makerbench.system.control;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * Reward 1 for ever, whatever is done; cut off now and then, so that a learner which values a state
 * that was cut off finds 1/(1 − γ) everywhere.
 */
record Endless() implements Dynamics {
  private static final int EPISODE_STEPS = 100;
  private static final ProblemShape SHAPE =
      new ProblemShape(0, 1, 1, 2, EPISODE_STEPS, 1, EPISODE_STEPS);

  @Override
  public ProblemShape shape() {
    return SHAPE;
  }

  @Override
  public void start(double[] states, int copy, RandomStream random) {
    // there is but one state
  }

  @Override
  public void step(
      double[] states, int[] actions, RandomStream[] random, double[] rewards, boolean[] over) {
    Arrays.fill(rewards, 1);
    Arrays.fill(over, false);
  }

  @Override
  public void observe(double[] states, int copy, float[] observations) {
    observations[copy] = 1;
  }

  @Override
  public int scripted(float[] observations, int at) {
    return 0;
  }
}
