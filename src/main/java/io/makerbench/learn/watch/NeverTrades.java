package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A policy whose orders are never executed, but for those it sends by chance. */
final class NeverTrades implements Rule {
  /** Share of random decisions above which the policy's own say little. */
  private static final double MOSTLY_RANDOM = 0.25;

  /** Share of random decisions above which executions are those of chance. */
  private static final double ALL_RANDOM = 0.9;

  /**
   * Times what chance alone would trade. More than 1: on a calm recording a tenth of random actions
   * among quotes far away brought up to 1.5 times a tenth of the executions, since the position is
   * then seldom at its limit. Learners that trade little brought 1.6 times and more.
   */
  private static final double AS_CHANCE = 1.5;

  /** Periods compared with chance at most; fewer where they are a whole passage. */
  private static final int MOST_PERIODS = 25;

  private final LearnerSettings settings;
  private final RecentValues ticks = new RecentValues(MOST_PERIODS);
  private final RecentValues executions = new RecentValues(MOST_PERIODS);
  private final RecentValues randomDecisions = new RecentValues(MOST_PERIODS);
  private long decisionsByChance;
  private long executionsByChance;

  NeverTrades(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.NEVER_TRADES;
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Judgement judge(Period period) {
    Behaviour behaviour = period.behaviour();
    if (!behaviour.hasOrders() || behaviour.decisions() == 0) {
      return Judgement.Plain.UNKNOWN;
    }
    double exploration = period.exploration();
    if (exploration > ALL_RANDOM || decisionsByChance == 0) {
      decisionsByChance += behaviour.decisions();
      executionsByChance += behaviour.executions();
    }
    if (exploration > MOSTLY_RANDOM) {
      return Judgement.Plain.UNKNOWN;
    }
    ticks.add(period.step() - period.since());
    executions.add(behaviour.executions());
    randomDecisions.add(exploration * behaviour.decisions());
    if (behaviour.executions() == 0) {
      return symptom(behaviour, "");
    }
    int periods = passage(behaviour);
    if (periods == 0) {
      return Judgement.Plain.UNKNOWN;
    }
    double byChance = randomDecisions.sumOfLast(periods) * executionsByChance / decisionsByChance;
    return executions.sumOfLast(periods) > AS_CHANCE * byChance
        ? Judgement.Plain.HEALTHY
        : symptom(behaviour, ", no more than its random actions bring");
  }

  /**
   * Last periods to compare with chance: a passage through the recording, whose quiet hours are
   * then among them. 0 while there are too few.
   */
  private int passage(Behaviour behaviour) {
    for (int periods = 1; periods <= ticks.count(); periods++) {
      if (periods == MOST_PERIODS || ticks.sumOfLast(periods) >= behaviour.ticksOfPassage()) {
        return periods;
      }
    }
    return 0;
  }

  private Judgement symptom(Behaviour behaviour, String more) {
    return new Judgement.Symptom(
        "The policy does not trade: %d executions in %d decisions%s."
            .formatted(behaviour.executions(), behaviour.decisions(), more),
        "Doing nothing may be the best there is: look at costs and at the reward's penalty for"
            + " holding a position; else try more exploration (%s)."
                .formatted(
                    settings.entropyWeight() == null
                        ? settings.key("epsilon_end")
                        : settings.key("ent_coef")));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    ticks.save(out);
    executions.save(out);
    randomDecisions.save(out);
    out.writeLong(decisionsByChance);
    out.writeLong(executionsByChance);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    ticks.restore(in);
    executions.restore(in);
    randomDecisions.restore(in);
    decisionsByChance = in.readLong();
    executionsByChance = in.readLong();
  }
}
