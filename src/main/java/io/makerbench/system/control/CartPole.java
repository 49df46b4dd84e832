package io.makerbench.system.control;

import io.makerbench.random.RandomStream;

/**
 * The cart and pole of Barto, Sutton and Anderson (1983), with the constants and the step of
 * Gymnasium's CartPole-v1: Euler's method on x, ẋ, θ, θ̇; reward 1 a step, over when the pole leans
 * by more than 12° or the cart leaves ±2.4 m, cut off after 500 steps. Action 1 pushes to the
 * right.
 */
record CartPole() implements Dynamics {
  private static final int WIDTH = 4;
  private static final int LONGEST_EPISODE = 500;
  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS_KG = 0.1;
  private static final double TOTAL_MASS_KG = 1.1;
  private static final double HALF_POLE_M = 0.5;
  private static final double POLE_MOMENT = POLE_MASS_KG * HALF_POLE_M;
  private static final double FORCE_N = 10;
  private static final double STEP_S = 0.02;
  private static final double TRACK_END_M = 2.4;
  private static final double LARGEST_ANGLE = 12 * 2 * Math.PI / 360;
  private static final double START_SPREAD = 0.05;
  private static final ProblemShape SHAPE =
      new ProblemShape(
          WIDTH, WIDTH, Double.POSITIVE_INFINITY, 2, LONGEST_EPISODE, STEP_S, LONGEST_EPISODE);

  @Override
  public ProblemShape shape() {
    return SHAPE;
  }

  @Override
  public void start(double[] states, int copy, RandomStream random) {
    Dynamics.startNearRest(states, copy * WIDTH, WIDTH, START_SPREAD, random);
  }

  @Override
  public void step(
      double[] states, int[] actions, RandomStream[] random, double[] rewards, boolean[] over) {
    for (int copy = 0; copy < random.length; copy++) {
      int at = copy * WIDTH;
      move(states, at, actions[copy] == 1 ? FORCE_N : -FORCE_N);
      rewards[copy] = 1;
      over[copy] = Math.abs(states[at]) > TRACK_END_M || Math.abs(states[at + 2]) > LARGEST_ANGLE;
    }
  }

  private static void move(double[] states, int at, double force) {
    double angle = states[at + 2];
    double turn = states[at + 3];
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double push = (force + POLE_MOMENT * turn * turn * sine) / TOTAL_MASS_KG;
    double inertia = HALF_POLE_M * (4.0 / 3 - POLE_MASS_KG * cosine * cosine / TOTAL_MASS_KG);
    double turning = (GRAVITY * sine - cosine * push) / inertia;
    double acceleration = push - POLE_MOMENT * turning * cosine / TOTAL_MASS_KG;
    states[at] += STEP_S * states[at + 1];
    states[at + 1] += STEP_S * acceleration;
    states[at + 2] += STEP_S * turn;
    states[at + 3] += STEP_S * turning;
  }

  @Override
  public void observe(double[] states, int copy, float[] observations) {
    for (int i = copy * WIDTH; i < (copy + 1) * WIDTH; i++) {
      observations[i] = (float) states[i];
    }
  }

  /** Pushes to where the pole leans and falls, and a little against where the cart stands. */
  @Override
  public int scripted(float[] observations, int at) {
    double lean = observations[at + 2] + 0.5 * observations[at + 3];
    double place = 0.05 * observations[at] + 0.1 * observations[at + 1];
    return lean + place > 0 ? 1 : 0;
  }
}
