package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** Rewards far from 1. */
final class RewardScale implements Rule {
  private static final double LARGE = 100;
  private static final double SMALL = 1e-3;
  private static final long FEWEST_REWARDS = 200;

  private final LearnerSettings settings;

  RewardScale(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.REWARD_SCALE;
  }

  @Override
  public int patience() {
    return 2;
  }

  @Override
  public Judgement judge(Period period) {
    Rewards rewards = period.behaviour().rewards;
    if (rewards.rewarded() < FEWEST_REWARDS || settings.scalesReturns()) {
      return Judgement.Plain.UNKNOWN;
    }
    Double scale = settings.rewardScale();
    double size = rewards.size() * (scale == null ? 1 : scale);
    if (size >= SMALL && size <= LARGE) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "A decision is rewarded with about %s, far from 1.".formatted(Figures.brief(size)),
        scale == null
            ? "Let the market reward in other units, or try a learner with reward_scale."
            : "Try %s=%s (it is %s), or %s=true."
                .formatted(
                    settings.key("reward_scale"),
                    Figures.round(1 / rewards.size()),
                    Figures.brief(scale),
                    settings.key("normalize_values")));
  }
}
