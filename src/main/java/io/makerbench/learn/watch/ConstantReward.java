package io.makerbench.learn.watch;

/** The same reward whatever happens. */
final class ConstantReward implements Rule {
  private static final long FEWEST_DECISIONS = 1000;

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
    Rewards rewards = period.behaviour().rewards;
    if (period.behaviour().allDecisions() < FEWEST_DECISIONS) {
      return Judgement.Plain.UNKNOWN;
    }
    if (!rewards.sayNothing()) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "All %d decisions so far were rewarded with %s: there is nothing to learn from."
            .formatted(period.behaviour().allDecisions(), Figures.brief(rewards.only())),
        "Check the reward's settings and whether anything can be earned in this market.");
  }
}
