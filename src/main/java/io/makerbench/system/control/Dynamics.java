package io.makerbench.system.control;

import io.makerbench.random.RandomStream;

/**
 * The rules of a problem, for all copies at once. The state of copy c is {@link #stateWidth}
 * numbers from c × {@code stateWidth} on.
 */
sealed interface Dynamics permits Identity, CartPole, Acrobot, Endless {
  /** Numbers in the state of a copy. */
  int stateWidth();

  /** Numbers a copy shows. */
  int observationWidth();

  /** Largest absolute value of a number that is shown; may be infinite. */
  double observationBound();

  /** Actions to choose from. */
  int choices();

  /** Steps after which an episode is cut off. */
  int longestEpisode();

  /** Time of a step in seconds. */
  double stepSeconds();

  /** The largest sum of rewards that can be expected in an episode; NaN where it is not known. */
  double bestReturn();

  /** Draws the first state of a copy. */
  void start(double[] states, int copy, RandomStream random);

  /**
   * Moves every copy by one step.
   *
   * @param random a stream a copy
   * @param rewards receives the reward of the step
   * @param over receives true where nothing follows
   */
  void step(
      double[] states, int[] actions, RandomStream[] random, double[] rewards, boolean[] over);

  /** Writes what a copy shows, {@link #observationWidth} numbers. */
  void observe(double[] states, int copy, float[] observations);

  /** What a rule made by hand does on seeing the numbers from {@code at} on. */
  int scripted(float[] observations, int at);
}
