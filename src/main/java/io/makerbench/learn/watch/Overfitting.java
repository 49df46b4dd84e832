package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** A clone that learns its demonstrations by heart. */
final class Overfitting implements Rule {
  /** Times its best that the loss on what was held out may become. */
  private static final double WORSE = 1.2;

  private final LearnerSettings settings;

  Overfitting(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.OVERFITTING;
  }

  @Override
  public int patience() {
    return 3;
  }

  @Override
  public Judgement judge(Period period) {
    double holdout = period.mean("holdout_loss");
    double best = period.mean("best_holdout_loss");
    double loss = period.mean("loss");
    if (Double.isNaN(holdout)) {
      return Judgement.Plain.UNKNOWN;
    }
    if (holdout <= WORSE * best || loss >= best) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "On what was held out the loss is %s and was %s at best, while it is %s on what is learnt."
            .formatted(Figures.brief(holdout), Figures.brief(best), Figures.brief(loss)),
        "The best epoch is kept. Try %s=0.2, %s=1e-4, fewer hidden units or more %s."
            .formatted(
                settings.key("dropout"),
                settings.key("weight_decay"),
                settings.key("demonstrations")));
  }
}
