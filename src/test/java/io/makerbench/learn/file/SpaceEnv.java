package io.makerbench.learn.file;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.Arrays;

/** Shows noise that is far from scaled, takes actions of any kind, and ends every ten steps. */
public final class SpaceEnv implements VectorEnv {
  public static final int WIDTH = 5;
  private static final int EPISODE_STEPS = 10;

  private final Space actions;
  private final int copies;
  private final RandomStream random;
  private int steps;

  public SpaceEnv(Space actions, int copies, long seed) {
    this.actions = actions;
    this.copies = copies;
    random = RandomStream.named(seed, "noise", 0);
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
    return actions;
  }

  @Override
  public long episodeTicks() {
    return EPISODE_STEPS;
  }

  @Override
  public void reset(float[] observations) {
    steps = 0;
    show(observations);
  }

  private void show(float[] observations) {
    for (int i = 0; i < copies * WIDTH; i++) {
      observations[i] = (float) (i % WIDTH + (1 + i % WIDTH) * random.nextGaussian());
    }
  }

  @Override
  public void step(Actions chosen, Transitions transitions) {
    steps++;
    show(transitions.finalObservations);
    show(transitions.observations);
    for (int copy = 0; copy < copies; copy++) {
      transitions.rewards[copy] = transitions.observations[copy * WIDTH];
    }
    Arrays.fill(transitions.pnl, Double.NaN);
    Arrays.fill(transitions.terminated, steps % EPISODE_STEPS == 0);
    Arrays.fill(transitions.truncated, false);
    Arrays.fill(transitions.elapsedSeconds, 1);
    Arrays.fill(transitions.ticks, 1);
  }

  @Override
  public void save(DataOutput out) {
    throw new AssertionError("nothing is saved");
  }

  @Override
  public void restore(DataInput in) {
    throw new AssertionError("nothing is restored");
  }

  @Override
  public void close() {
    // nothing is held
  }
}
