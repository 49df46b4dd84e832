package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Shows one of four states at random for 50 steps and pays for what is done: a problem in which
 * everything that can go wrong is made to.
 */
final class WatchedProblem implements VectorEnv {
  static final int STATES = 4;
  private static final int EPISODE_STEPS = 50;

  /** What an action in a state is paid. */
  @FunctionalInterface
  interface Reward {
    double of(int state, int action);
  }

  static final Reward NAME_THE_STATE = (state, action) -> state == action ? 1 : 0;

  final int copies;
  Reward reward = NAME_THE_STATE;
  IntFunction<float[]> look = WatchedProblem::oneOfFour;
  IntBinaryOperator executions = (state, action) -> -1;
  boolean recorded;
  private final RandomStream random = RandomStream.named(5, "problem", 0);
  private final int[] states;
  private int step;

  WatchedProblem(int copies) {
    this.copies = copies;
    states = new int[copies];
  }

  static float[] oneOfFour(int state) {
    float[] shown = new float[STATES];
    shown[state] = 1;
    return shown;
  }

  /** What is shown, by name. */
  List<String> names() {
    return IntStream.range(0, look.apply(0).length).mapToObj(i -> "seen " + i).toList();
  }

  @Override
  public int copies() {
    return copies;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(look.apply(0).length, -1e9, 1e9);
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
  public boolean isRecorded() {
    return recorded;
  }

  @Override
  public void reset(float[] observations) {
    for (int copy = 0; copy < copies; copy++) {
      show(copy, observations);
    }
  }

  private void show(int copy, float[] observations) {
    states[copy] = random.nextInt(STATES);
    float[] shown = look.apply(states[copy]);
    System.arraycopy(shown, 0, observations, copy * shown.length, shown.length);
  }

  @Override
  public void step(Actions actions, Transitions into) {
    step++;
    boolean ends = step % EPISODE_STEPS == 0;
    for (int copy = 0; copy < copies; copy++) {
      int action = actions.discrete[copy];
      into.rewards[copy] = reward.of(states[copy], action);
      into.executions[copy] = executions.applyAsInt(states[copy], action);
      into.ticks[copy] = 1;
      into.elapsedSeconds[copy] = 1;
      into.truncated[copy] = ends;
      if (ends) {
        show(copy, into.finalObservations);
      }
      show(copy, into.observations);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    throw new IOException("Nobody goes on with this.");
  }

  @Override
  public void restore(DataInput in) throws IOException {
    throw new IOException("Nobody goes on with this.");
  }

  @Override
  public void close() {}
}
