package io.makerbench.bench;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Endless environments that cost nearly nothing: noise in, noise out, a tick a step. */
final class NoiseEnv implements VectorEnv {
  private static final long EPISODE_TICKS = 1L << 40;

  /** Values a number of an observation may have. */
  private static final int STEPS_OF_NOISE = 1 << 20;

  private final int width;
  private final int choices;
  private final int copies;
  private final RandomStream random = RandomStream.named(1, "noise", 0);

  NoiseEnv(int width, int choices) {
    this(width, choices, 1);
  }

  NoiseEnv(int width, int choices, int copies) {
    this.width = width;
    this.choices = choices;
    this.copies = copies;
  }

  @Override
  public int copies() {
    return copies;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(width, -1, 1);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(choices);
  }

  @Override
  public long episodeTicks() {
    return EPISODE_TICKS;
  }

  @Override
  public void reset(float[] observations) {
    fill(observations);
  }

  @Override
  public void step(Actions actions, Transitions transitions) {
    fill(transitions.observations);
    for (int copy = 0; copy < copies; copy++) {
      transitions.rewards[copy] = transitions.observations[copy * width];
    }
    Arrays.fill(transitions.pnl, Double.NaN);
    Arrays.fill(transitions.terminated, false);
    Arrays.fill(transitions.truncated, false);
    Arrays.fill(transitions.elapsedSeconds, 1);
    Arrays.fill(transitions.ticks, 1);
  }

  private void fill(float[] observations) {
    for (int i = 0; i < copies * width; i++) {
      observations[i] = random.nextInt(STEPS_OF_NOISE) * (2f / STEPS_OF_NOISE) - 1;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (long number : random.state()) {
      out.writeLong(number);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    long[] state = new long[RandomStream.STATE_LENGTH];
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readLong();
    }
    random.restore(state);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
