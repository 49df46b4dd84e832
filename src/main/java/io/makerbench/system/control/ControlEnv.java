package io.makerbench.system.control;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Copies of a problem of control. A tick is a step. The rewards of an episode are its profit, since
 * there is no money beside them. Each copy has a random stream of its own.
 */
final class ControlEnv implements VectorEnv {
  private final Dynamics dynamics;
  private final ProblemShape shape;
  private final RandomStream[] random;
  private final double[] states;
  private final double[] returns;
  private final int[] steps;

  ControlEnv(Dynamics dynamics, int copies, long seed, String purpose) {
    this.dynamics = dynamics;
    shape = dynamics.shape();
    random = new RandomStream[copies];
    Arrays.setAll(random, copy -> RandomStream.named(seed, purpose, copy));
    states = new double[copies * shape.stateWidth()];
    returns = new double[copies];
    steps = new int[copies];
  }

  @Override
  public int copies() {
    return random.length;
  }

  @Override
  public Space observationSpace() {
    double bound = shape.observationBound();
    return new Space.Box(shape.observationWidth(), -bound, bound);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(shape.choices());
  }

  /** Steps of the longest one. */
  @Override
  public long episodeTicks() {
    return shape.longestEpisode();
  }

  @Override
  public void reset(float[] observations) {
    for (int copy = 0; copy < random.length; copy++) {
      start(copy);
      dynamics.observe(states, copy, observations);
    }
  }

  private void start(int copy) {
    steps[copy] = 0;
    returns[copy] = 0;
    dynamics.start(states, copy, random[copy]);
  }

  @Override
  public void step(Actions actions, Transitions into) {
    dynamics.step(states, actions.discrete, random, into.rewards, into.terminated);
    Arrays.fill(into.elapsedSeconds, shape.stepSeconds());
    Arrays.fill(into.ticks, 1);
    for (int copy = 0; copy < random.length; copy++) {
      returns[copy] += into.rewards[copy];
      into.pnl[copy] = returns[copy];
      boolean last = ++steps[copy] == shape.longestEpisode();
      into.truncated[copy] = last && !into.terminated[copy];
      if (last || into.terminated[copy]) {
        dynamics.observe(states, copy, into.finalObservations);
        start(copy);
      }
      dynamics.observe(states, copy, into.observations);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int copy = 0; copy < random.length; copy++) {
      for (long word : random[copy].state()) {
        out.writeLong(word);
      }
      out.writeInt(steps[copy]);
      out.writeDouble(returns[copy]);
    }
    for (double state : states) {
      out.writeDouble(state);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int copy = 0; copy < random.length; copy++) {
      long[] words = new long[RandomStream.STATE_LENGTH];
      for (int i = 0; i < words.length; i++) {
        words[i] = in.readLong();
      }
      random[copy].restore(words);
      steps[copy] = in.readInt();
      returns[copy] = in.readDouble();
    }
    for (int i = 0; i < states.length; i++) {
      states[i] = in.readDouble();
    }
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}
}
