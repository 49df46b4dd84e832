package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What passes between policy and environment: observations and rewards since the start of training,
 * actions and executions since the start of a period.
 */
final class Behaviour {
  /** Copies whose observations are looked at in a step; others take their turn. */
  private static final int COPIES_LOOKED_AT = 4;

  final Columns observations;
  final Rewards rewards;
  final Choices choices;

  /** The actions that can be taken. */
  final Space actions;

  /** Ticks of one passage where every episode passes through the same recording; else 0. */
  final long recordedTicks;

  private final int copies;
  private int next;
  private long allDecisions;
  private long allTicks;
  private long decisions;
  private long executions;
  private boolean hasOrders;
  private double stepSeconds;

  /**
   * @param names of the numbers of an observation, in order
   */
  Behaviour(VectorEnv env, List<String> names) {
    copies = env.copies();
    observations = new Columns(names);
    rewards = new Rewards(copies);
    actions = env.actionSpace();
    choices = Choices.of(actions);
    recordedTicks = env.isRecorded() ? env.episodeTicks() : 0;
  }

  /**
   * All copies acted.
   *
   * @param seconds the environment took
   */
  void stepped(Actions chosen, Transitions transitions, double seconds) {
    choices.add(chosen, copies);
    rewards.add(transitions);
    for (int i = 0; i < Math.min(COPIES_LOOKED_AT, copies); i++) {
      observations.add(transitions.observations, next * observations.width);
      next = next + 1 == copies ? 0 : next + 1;
    }
    int mostExecuted = -1;
    long executed = 0;
    long ticks = 0;
    for (int copy = 0; copy < copies; copy++) {
      mostExecuted = Math.max(mostExecuted, transitions.executions[copy]);
      executed += Math.max(0, transitions.executions[copy]);
      ticks += transitions.ticks[copy];
    }
    hasOrders |= mostExecuted >= 0;
    executions += executed;
    allTicks += ticks;
    decisions += copies;
    allDecisions += copies;
    stepSeconds += seconds;
  }

  /** Decisions of the period. */
  long decisions() {
    return decisions;
  }

  /** Decisions since the start of training. */
  long allDecisions() {
    return allDecisions;
  }

  /** Ticks in which all copies pass through the recording; 0 where nothing is recorded. */
  long ticksOfPassage() {
    return copies * recordedTicks;
  }

  /** Different decisions that the recording can teach; infinite where nothing is recorded. */
  double recordedDecisions() {
    return recordedTicks == 0 || allTicks == 0
        ? Double.POSITIVE_INFINITY
        : (double) recordedTicks * allDecisions / allTicks;
  }

  /** Whether there are orders that could be executed. */
  boolean hasOrders() {
    return hasOrders;
  }

  /** Own orders executed in the period. */
  long executions() {
    return executions;
  }

  /** Time the environment took in the period; 0 where nobody measures it. */
  double stepSeconds() {
    return stepSeconds;
  }

  /** Begins the next period. */
  void clear() {
    choices.clear();
    rewards.endPeriod();
    decisions = 0;
    executions = 0;
    stepSeconds = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(next);
    out.writeLong(allDecisions);
    out.writeLong(allTicks);
    out.writeLong(decisions);
    out.writeLong(executions);
    out.writeBoolean(hasOrders);
    observations.save(out);
    rewards.save(out);
    choices.save(out);
  }

  void restore(DataInput in) throws IOException {
    next = in.readInt();
    allDecisions = in.readLong();
    allTicks = in.readLong();
    decisions = in.readLong();
    executions = in.readLong();
    hasOrders = in.readBoolean();
    observations.restore(in);
    rewards.restore(in);
    choices.restore(in);
  }
}
