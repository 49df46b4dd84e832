package io.makerbench.system.control;

import io.makerbench.random.RandomStream;

/**
 * The two links of Sutton (1996) that swing their end up by a motor in their joint, with the
 * constants, the equations ("book" form) and the step of Gymnasium's Acrobot-v1: one step of the
 * classical Runge–Kutta method of 0.2 s on θ1, θ2, θ̇1, θ̇2; reward −1 a step until the end is one
 * link above the hinge, which is over with reward 0, cut off after 500 steps. Action a is the
 * torque a − 1. Shown are the cosine and sine of both angles, and both speeds.
 */
final class Acrobot implements Dynamics {
  private static final int WIDTH = 4;
  private static final int OBSERVATION_WIDTH = 6;
  private static final int LONGEST_EPISODE = 500;
  private static final double STEP_S = 0.2;
  private static final double GRAVITY = 9.8;

  /** Both links weigh 1 kg, are 1 m long with their centre in the middle, and have this moment. */
  private static final double MOMENT = 1;

  private static final double CENTRE_M = 0.5;
  private static final double FASTEST_1 = 4 * Math.PI;
  private static final double FASTEST_2 = 9 * Math.PI;
  private static final double START_SPREAD = 0.1;
  private static final ProblemShape SHAPE =
      new ProblemShape(WIDTH, OBSERVATION_WIDTH, FASTEST_2, 3, LONGEST_EPISODE, STEP_S, Double.NaN);

  private final Swing swing = new Swing();

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
      swing.move(states, at, actions[copy] - 1);
      double height = -StrictMath.cos(states[at]) - StrictMath.cos(states[at] + states[at + 1]);
      over[copy] = height > 1;
      rewards[copy] = over[copy] ? 0 : -1;
    }
  }

  @Override
  public void observe(double[] states, int copy, float[] observations) {
    int from = copy * WIDTH;
    int to = copy * OBSERVATION_WIDTH;
    observations[to] = (float) StrictMath.cos(states[from]);
    observations[to + 1] = (float) StrictMath.sin(states[from]);
    observations[to + 2] = (float) StrictMath.cos(states[from + 1]);
    observations[to + 3] = (float) StrictMath.sin(states[from + 1]);
    observations[to + 4] = (float) states[from + 2];
    observations[to + 5] = (float) states[from + 3];
  }

  /** Bends the joint the way the second link already turns against the first. */
  @Override
  public int scripted(float[] observations, int at) {
    return observations[at + 5] > observations[at + 4] ? 2 : 0;
  }

  /** One step of the Runge–Kutta method: a place for the slopes at its four points. */
  private static final class Swing {
    private static final double[] REACH = {0, STEP_S / 2, STEP_S / 2, STEP_S};
    private static final double[] WEIGHT = {1, 2, 2, 1};

    private final double[] point = new double[WIDTH];
    private final double[] slope = new double[WIDTH];
    private final double[] sum = new double[WIDTH];

    void move(double[] states, int at, double torque) {
      for (int i = 0; i < WIDTH; i++) {
        slope[i] = 0;
        sum[i] = 0;
      }
      for (int stage = 0; stage < REACH.length; stage++) {
        for (int i = 0; i < WIDTH; i++) {
          point[i] = states[at + i] + REACH[stage] * slope[i];
        }
        slopeAtPoint(torque);
        for (int i = 0; i < WIDTH; i++) {
          sum[i] += WEIGHT[stage] * slope[i];
        }
      }
      states[at] = wrapped(states[at] + STEP_S / 6 * sum[0]);
      states[at + 1] = wrapped(states[at + 1] + STEP_S / 6 * sum[1]);
      states[at + 2] = Math.clamp(states[at + 2] + STEP_S / 6 * sum[2], -FASTEST_1, FASTEST_1);
      states[at + 3] = Math.clamp(states[at + 3] + STEP_S / 6 * sum[3], -FASTEST_2, FASTEST_2);
    }

    private void slopeAtPoint(double torque) {
      double sine = StrictMath.sin(point[1]);
      double cosine = StrictMath.cos(point[1]);
      double speed1 = point[2];
      double speed2 = point[3];
      double d1 =
          CENTRE_M * CENTRE_M + 1 + CENTRE_M * CENTRE_M + 2 * CENTRE_M * cosine + 2 * MOMENT;
      double d2 = CENTRE_M * CENTRE_M + CENTRE_M * cosine + MOMENT;
      double phi2 = CENTRE_M * GRAVITY * StrictMath.sin(point[0] + point[1]);
      double phi1 =
          -CENTRE_M * speed2 * speed2 * sine
              - 2 * CENTRE_M * speed2 * speed1 * sine
              + (CENTRE_M + 1) * GRAVITY * StrictMath.sin(point[0])
              + phi2;
      double turning2 =
          (torque + d2 / d1 * phi1 - CENTRE_M * speed1 * speed1 * sine - phi2)
              / (CENTRE_M * CENTRE_M + MOMENT - d2 * d2 / d1);
      slope[0] = speed1;
      slope[1] = speed2;
      slope[2] = -(d2 * turning2 + phi1) / d1;
      slope[3] = turning2;
    }

    /** The angle in −π … π. */
    private static double wrapped(double angle) {
      return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }
  }
}
