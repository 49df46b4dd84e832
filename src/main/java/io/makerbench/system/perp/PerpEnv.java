package io.makerbench.system.perp;

import io.makerbench.env.Actions;
import io.makerbench.env.CopyRanges;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.system.perp.engine.Copies;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Copies of a desk on perpetual venues. An episode ends in a terminal state when the kill switch is
 * set, and is cut off after its longest time. Each copy goes through episodes of seeds of its own.
 */
final class PerpEnv implements VectorEnv {
  private static final int LEAST_COPIES_A_THREAD = 64;

  private final PerpConfig config;
  private final Simulation simulation;
  private final Observation observation;
  private final EpisodeSeeds seeds;
  private final CopyRanges ranges;
  private final int[] ticks;
  private final long[] episodes;

  private Actions actions;
  private Transitions transitions;

  /**
   * @param threads most threads that step copies together
   */
  PerpEnv(PerpConfig config, Histories histories, int copies, EpisodeSeeds seeds, int threads) {
    this.config = config;
    this.seeds = seeds;
    simulation = new Simulation(config, histories, copies);
    observation = Observation.of(config);
    ticks = simulation.copies().columns().integers(copies);
    episodes = simulation.copies().columns().longs(copies);
    ranges = new CopyRanges(copies, LEAST_COPIES_A_THREAD, threads, this::step);
    actions = Actions.of(actionSpace(), 0);
    transitions = new Transitions(0, 0);
  }

  /** What is kept of all copies. */
  Copies state() {
    return simulation.copies();
  }

  @Override
  public SequencedMap<String, Long> corrections() {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    for (Correction reason : Correction.values()) {
      counts.put(reason.series(), simulation.corrections(reason));
    }
    return counts;
  }

  @Override
  public int copies() {
    return ticks.length;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(observation.width(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public Space actionSpace() {
    return ActionCode.space(config.venues().size());
  }

  @Override
  public long episodeTicks() {
    return config.maxTicks();
  }

  @Override
  public void reset(float[] observations) {
    Arrays.fill(episodes, 0);
    for (int copy = 0; copy < ticks.length; copy++) {
      begin(copy);
      observation.write(simulation.copies(), copy, observations);
    }
  }

  private void begin(int copy) {
    ticks[copy] = 0;
    simulation.begin(copy, seeds.seed(copy, episodes[copy]++));
  }

  @Override
  public void step(Actions chosen, Transitions into) {
    actions = chosen;
    transitions = into;
    ranges.run();
  }

  private void step(int from, int to) {
    Transitions into = transitions;
    float[] numbers = actions.continuous;
    Arrays.fill(into.ticks, from, to, 1);
    Arrays.fill(into.elapsedSeconds, from, to, config.stepSeconds());
    for (int copy = from; copy < to; copy++) {
      step(copy, numbers, into);
    }
  }

  private void step(int copy, float[] numbers, Transitions into) {
    Copies state = simulation.copies();
    int before = state.desks().fills[copy];
    into.rewards[copy] = simulation.step(copy, ++ticks[copy], numbers);
    into.pnl[copy] = state.desks().profit(copy);
    into.executions[copy] = state.desks().fills[copy] - before;
    boolean killed = state.desks().isKilled(copy);
    boolean last = ticks[copy] == config.maxTicks();
    into.terminated[copy] = killed;
    into.truncated[copy] = last && !killed;
    if (killed || last) {
      observation.write(state, copy, into.finalObservations);
      begin(copy);
    }
    observation.write(state, copy, into.observations);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    simulation.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    simulation.restore(in);
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}
}
