package io.makerbench.system.control;

import io.makerbench.random.RandomStream;

/**
 * The rules of a problem, for all copies at once. The state of copy c is {@link
 * ProblemShape#stateWidth} numbers from c × {@code stateWidth} on.
 */
sealed interface Dynamics permits Identity, CartPole, Acrobot, Endless {
  /** What is known of it beforehand. */
  ProblemShape shape();

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

  /** Writes what a copy shows, {@link ProblemShape#observationWidth} numbers. */
  void observe(double[] states, int copy, float[] observations);

  /** What a rule made by hand does on seeing the numbers from {@code at} on. */
  int scripted(float[] observations, int at);

  /** Draws {@code count} numbers of a state, each within ±spread. */
  static void startNearRest(
      double[] states, int from, int count, double spread, RandomStream random) {
    for (int i = from; i < from + count; i++) {
      states[i] = spread * (2 * random.nextDouble() - 1);
    }
  }
}
