package io.makerbench.system.control;

import io.makerbench.random.RandomStream;

/** Shows one of four states at random; reward 1 for the action of the same number. */
record Identity() implements Dynamics {
  private static final int STATES = 4;
  private static final int EPISODE_STEPS = 100;
  private static final ProblemShape SHAPE =
      new ProblemShape(1, STATES, 1, STATES, EPISODE_STEPS, 1, EPISODE_STEPS);

  @Override
  public ProblemShape shape() {
    return SHAPE;
  }

  @Override
  public void start(double[] states, int copy, RandomStream random) {
    states[copy] = random.nextInt(STATES);
  }

  @Override
  public void step(
      double[] states, int[] actions, RandomStream[] random, double[] rewards, boolean[] over) {
    for (int copy = 0; copy < random.length; copy++) {
      rewards[copy] = actions[copy] == (int) states[copy] ? 1 : 0;
      over[copy] = false;
      start(states, copy, random[copy]);
    }
  }

  /** A one at the place of the state. */
  @Override
  public void observe(double[] states, int copy, float[] observations) {
    for (int state = 0; state < STATES; state++) {
      observations[copy * STATES + state] = state == (int) states[copy] ? 1 : 0;
    }
  }

  @Override
  public int scripted(float[] observations, int at) {
    int state = 0;
    while (observations[at + state] == 0) {
      state++;
    }
    return state;
  }
}
