package io.makerbench.learn;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The cart and pole of Barto, Sutton and Anderson (1983) with the constants of Gym's CartPole-v1:
 * reward 1 a step, over when the pole leans by 12° or the cart leaves ±2.4, cut off after 500.
 */
final class CartPoleEnv implements VectorEnv {
  static final int LONGEST_EPISODE = 500;
  static final int WIDTH = 4;
  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = 1.1;
  private static final double HALF_POLE = 0.5;
  private static final double FORCE = 10;
  private static final double STEP_S = 0.02;
  private static final double TRACK_END = 2.4;
  private static final double LARGEST_ANGLE = 12 * 2 * Math.PI / 360;
  private static final double START_SPREAD = 0.05;

  private final int copies;
  private final RandomStream random;
  private final double[] states;
  private final int[] steps;

  CartPoleEnv(int copies, long seed) {
    this.copies = copies;
    random = RandomStream.named(seed, "cartpole", 0);
    states = new double[copies * WIDTH];
    steps = new int[copies];
  }

  @Override
  public int copies() {
    return copies;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(WIDTH, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(2);
  }

  @Override
  public long episodeTicks() {
    return LONGEST_EPISODE;
  }

  @Override
  public void reset(float[] observations) {
    for (int copy = 0; copy < copies; copy++) {
      restart(copy);
      show(copy, observations);
    }
  }

  private void restart(int copy) {
    steps[copy] = 0;
    for (int i = 0; i < WIDTH; i++) {
      states[copy * WIDTH + i] = START_SPREAD * (2 * random.nextDouble() - 1);
    }
  }

  private void show(int copy, float[] observations) {
    for (int i = copy * WIDTH; i < (copy + 1) * WIDTH; i++) {
      observations[i] = (float) states[i];
    }
  }

  @Override
  public void step(Actions actions, Transitions transitions) {
    for (int copy = 0; copy < copies; copy++) {
      move(copy * WIDTH, actions.discrete[copy] == 1 ? FORCE : -FORCE);
      steps[copy]++;
      boolean fallen = fallen(copy * WIDTH);
      transitions.rewards[copy] = 1;
      transitions.ticks[copy] = 1;
      transitions.elapsedSeconds[copy] = STEP_S;
      transitions.terminated[copy] = fallen;
      transitions.truncated[copy] = !fallen && steps[copy] == LONGEST_EPISODE;
      if (transitions.terminated[copy] || transitions.truncated[copy]) {
        show(copy, transitions.finalObservations);
        restart(copy);
      }
      show(copy, transitions.observations);
    }
  }

  private void move(int at, double force) {
    double angle = states[at + 2];
    double turn = states[at + 3];
    double push =
        (force + POLE_MASS * HALF_POLE * turn * turn * StrictMath.sin(angle)) / TOTAL_MASS;
    double cosine = StrictMath.cos(angle);
    double angular =
        (GRAVITY * StrictMath.sin(angle) - cosine * push)
            / (HALF_POLE * (4.0 / 3 - POLE_MASS * cosine * cosine / TOTAL_MASS));
    double acceleration = push - POLE_MASS * HALF_POLE * angular * cosine / TOTAL_MASS;
    states[at] += STEP_S * states[at + 1];
    states[at + 1] += STEP_S * acceleration;
    states[at + 2] += STEP_S * turn;
    states[at + 3] += STEP_S * angular;
  }

  private boolean fallen(int at) {
    return Math.abs(states[at]) > TRACK_END || Math.abs(states[at + 2]) > LARGEST_ANGLE;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    PrimitiveArrays.write(out, random.state());
    PrimitiveArrays.write(out, steps, copies);
    for (double state : states) {
      out.writeDouble(state);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    PrimitiveArrays.read(in, steps, copies);
    for (int i = 0; i < states.length; i++) {
      states[i] = in.readDouble();
    }
  }

  @Override
  public void close() {}
}
