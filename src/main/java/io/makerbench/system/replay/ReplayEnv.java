package io.makerbench.system.replay;

import io.makerbench.env.Actions;
import io.makerbench.env.CopyRanges;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Copies that learn to make a market on the same recording. A step is a decision: from one tick
 * that asks for an action to the next (mid or position changed, or the time-out passed), rewards
 * summed undiscounted. An episode is one passage through all training stretches in order; its end
 * is terminal. All copies share the recording, and each has its own orders and account; nothing in
 * it is left to chance.
 */
final class ReplayEnv implements VectorEnv {
  private static final double SECONDS_PER_NS = 1e-9;

  /** Fewer copies than this are stepped by the caller alone: waking a thread would cost more. */
  private static final int LEAST_COPIES_A_THREAD = 16;

  private final Simulation[] copies;
  private final int width;
  private final long episodeTicks;
  private final CopyRanges ranges;
  private Actions actions = Actions.of(new Space.Discrete(1), 0);
  private Transitions transitions = new Transitions(0, 0);

  /**
   * @param copies simulations not yet begun, over the same stretches
   * @param episodeTicks ticks in one passage
   * @param threads most threads that step copies together
   */
  ReplayEnv(Simulation[] copies, long episodeTicks, int threads) {
    this.copies = copies;
    this.episodeTicks = episodeTicks;
    width = copies[0].width();
    ranges = new CopyRanges(copies.length, LEAST_COPIES_A_THREAD, threads, this::stepCopies);
  }

  @Override
  public int copies() {
    return copies.length;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(width, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(QuoteGrid.ACTIONS);
  }

  @Override
  public long episodeTicks() {
    return episodeTicks;
  }

  @Override
  public boolean isRecorded() {
    return true;
  }

  @Override
  public void reset(float[] observations) {
    for (int c = 0; c < copies.length; c++) {
      copies[c].begin();
      copies[c].observe(observations, c * width);
    }
  }

  @Override
  public void step(Actions chosen, Transitions into) {
    actions = chosen;
    transitions = into;
    ranges.run();
  }

  private void stepCopies(int from, int to) {
    for (int c = from; c < to; c++) {
      stepCopy(c);
    }
  }

  private void stepCopy(int c) {
    Simulation copy = copies[c];
    long start = copy.now();
    double reward = 0;
    int ticks = 0;
    copy.decide(actions.discrete[c]);
    do {
      reward += copy.advance();
      ticks++;
    } while (!copy.over() && !copy.stretchEnds() && !copy.decisionDue());
    transitions.elapsedSeconds[c] = (copy.now() - start) * SECONDS_PER_NS;
    if (copy.stretchEnds()) {
      reward += copy.nextStretch();
      ticks++;
    }
    transitions.rewards[c] = reward;
    transitions.pnl[c] = copy.pnl();
    transitions.executions[c] = copy.executions();
    transitions.terminated[c] = copy.over();
    transitions.truncated[c] = false;
    if (copy.over()) {
      copy.observe(transitions.finalObservations, c * width);
      copy.begin();
      ticks++; // so that an episode counts as many ticks as it has
    }
    transitions.ticks[c] = ticks;
    copy.observe(transitions.observations, c * width);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Simulation copy : copies) {
      copy.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (Simulation copy : copies) {
      copy.restore(in);
    }
  }

  /** Nothing to let go of: the recording belongs to the market. */
  @Override
  public void close() {}
}
