package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A policy whose orders are never executed, but for those it sends by chance. */
final class NeverTrades implements Rule {
  /** Share of random decisions above which the policy's own say little. */
  private static final double MOSTLY_RANDOM = 0.5;

  /** Times what chance alone would trade. */
  private static final double AS_CHANCE = 1.5;

  private final LearnerSettings settings;
  private double liveliest;

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
    double rate = (double) behaviour.executions() / behaviour.decisions();
    liveliest = Math.max(liveliest, rate);
    double exploration = period.exploration();
    if (exploration > MOSTLY_RANDOM) {
      return Judgement.Plain.UNKNOWN;
    }
    if (rate > AS_CHANCE * exploration * liveliest) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The policy does not trade: %d executions in %d decisions%s."
            .formatted(
                behaviour.executions(),
                behaviour.decisions(),
                behaviour.executions() == 0 ? "" : ", no more than its random actions bring"),
        "Doing nothing may be the best there is: look at costs and at the reward's penalty for"
            + " holding a position; else try more exploration (%s)."
                .formatted(
                    settings.entropyWeight() == null
                        ? settings.key("epsilon_end")
                        : settings.key("ent_coef")));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(liveliest);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    liveliest = in.readDouble();
  }
}
