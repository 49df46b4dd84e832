package io.makerbench.bench;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An endless environment that costs nearly nothing: noise in, noise out, a tick a step. */
final class NoiseEnv implements VectorEnv {
  private static final long EPISODE_TICKS = 1L << 40;

  private final int width;
  private final int choices;
  private final RandomStream random = RandomStream.named(1, "noise", 0);

  NoiseEnv(int width, int choices) {
    this.width = width;
    this.choices = choices;
  }

  @Override
  public int copies() {
    return 1;
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
    transitions.rewards[0] = transitions.observations[0];
    transitions.pnl[0] = Double.NaN;
    transitions.terminated[0] = false;
    transitions.truncated[0] = false;
    transitions.elapsedSeconds[0] = 1;
    transitions.ticks[0] = 1;
  }

  private void fill(float[] observations) {
    for (int i = 0; i < width; i++) {
      observations[i] = (float) (2 * random.nextDouble() - 1);
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
