package io.makerbench.learn.dqn;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.tensors.PrimitiveArrays;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Shows one of four states at random; reward 1 for the action of the same number. */
final class IdentityEnv implements VectorEnv {
  static final int STATES = 4;
  static final int EPISODE_STEPS = 100;
  private static final double[] SECONDS_OF_A_STEP = {0.1, 0.35, 1, 4};

  private final int copies;
  private final double prize;
  private final RandomStream random;
  private final int[] states;
  private final int[] steps;

  IdentityEnv(int copies, long seed) {
    this(copies, seed, 1);
  }

  IdentityEnv(int copies, long seed, double prize) {
    this.copies = copies;
    this.prize = prize;
    random = RandomStream.named(seed, "identity", 0);
    states = new int[copies];
    steps = new int[copies];
  }

  @Override
  public int copies() {
    return copies;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(STATES, 0, 1);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(STATES);
  }

  @Override
  public long episodeTicks() {
    return EPISODE_STEPS;
  }

  @Override
  public void reset(float[] observations) {
    for (int copy = 0; copy < copies; copy++) {
      steps[copy] = 0;
      show(copy, observations);
    }
  }

  private void show(int copy, float[] observations) {
    states[copy] = random.nextInt(STATES);
    for (int state = 0; state < STATES; state++) {
      observations[copy * STATES + state] = state == states[copy] ? 1 : 0;
    }
  }

  @Override
  public void step(Actions actions, Transitions transitions) {
    for (int copy = 0; copy < copies; copy++) {
      transitions.rewards[copy] = actions.discrete[copy] == states[copy] ? prize : 0;
      transitions.ticks[copy] = 1;
      transitions.elapsedSeconds[copy] = SECONDS_OF_A_STEP[states[copy]];
      steps[copy]++;
      transitions.terminated[copy] = false;
      transitions.truncated[copy] = steps[copy] == EPISODE_STEPS;
      if (transitions.truncated[copy]) {
        steps[copy] = 0;
        show(copy, transitions.finalObservations);
      }
      show(copy, transitions.observations);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    PrimitiveArrays.write(out, random.state());
    PrimitiveArrays.write(out, states, copies);
    PrimitiveArrays.write(out, steps, copies);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    PrimitiveArrays.read(in, states, copies);
    PrimitiveArrays.read(in, steps, copies);
  }

  @Override
  public void close() {}
}
