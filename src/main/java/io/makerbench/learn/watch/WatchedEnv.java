package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/** An environment that is looked at while it is learnt in; it gives the same numbers. */
final class WatchedEnv implements VectorEnv {
  private static final double SECONDS_PER_NS = 1e-9;

  private final VectorEnv env;
  private final Behaviour behaviour;
  private final LongSupplier clockNs;

  /**
   * @param clockNs a clock that says how long steps take; one that stands still where that does not
   *     matter
   */
  WatchedEnv(VectorEnv env, Behaviour behaviour, LongSupplier clockNs) {
    this.env = env;
    this.behaviour = behaviour;
    this.clockNs = clockNs;
  }

  @Override
  public void step(Actions actions, Transitions transitions) {
    long before = clockNs.getAsLong();
    env.step(actions, transitions);
    double seconds = (clockNs.getAsLong() - before) * SECONDS_PER_NS;
    behaviour.stepped(actions, transitions, seconds);
  }

  @Override
  public int copies() {
    return env.copies();
  }

  @Override
  public Space observationSpace() {
    return env.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return env.actionSpace();
  }

  @Override
  public long episodeTicks() {
    return env.episodeTicks();
  }

  @Override
  public boolean isRecorded() {
    return env.isRecorded();
  }

  @Override
  public SequencedMap<String, Long> corrections() {
    return env.corrections();
  }

  @Override
  public void reset(float[] observations) {
    env.reset(observations);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    env.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    env.restore(in);
  }

  @Override
  public void close() {
    env.close();
  }
}
