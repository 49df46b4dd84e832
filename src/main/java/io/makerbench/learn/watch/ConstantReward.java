package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** The same reward whatever happens. */
final class ConstantReward implements Rule {
  private static final long FEWEST_DECISIONS = 1000;

  /** Share of a training in which a goal that is seldom met by chance should be met once. */
  private static final double SHARE = 0.1;

  /** The same where who begins trained does all right for long. */
  private static final double SHARE_IF_TRAINED = 0.5;

  private final LearnerSettings settings;

  ConstantReward(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.CONSTANT_REWARD;
  }

  @Override
  public int patience() {
    return 1;
  }

  @Override
  public Judgement judge(Period period) {
    double share = settings.startsTrained() ? SHARE_IF_TRAINED : SHARE;
    RewardRange rewards = period.behaviour().rewards.all();
    if (period.share() < share || period.behaviour().allDecisions() < FEWEST_DECISIONS) {
      return Judgement.Plain.UNKNOWN;
    }
    if (!rewards.saysNothing()) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "All %d decisions so far were rewarded with %s: nothing can be learnt until one is not."
            .formatted(period.behaviour().allDecisions(), Figures.brief(rewards.only())),
        ("Check the reward's settings and whether anything can be earned in this market; a goal that"
                + " is seldom met by chance wants more exploration (%s).")
            .formatted(
                settings.key(settings.entropyWeight() == null ? "epsilon_share" : "ent_coef")));
  }
}
