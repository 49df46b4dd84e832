package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** Gradients that are cut to a small part of themselves all the time. */
final class ClippedGradients implements Rule {
  /** Times the largest norm allowed. */
  private static final double FAR_ABOVE = 1000;

  private final LearnerSettings settings;

  ClippedGradients(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.CLIPPED_GRADIENTS;
  }

  @Override
  public int patience() {
    return 10;
  }

  @Override
  public Judgement judge(Period period) {
    double gradient = period.mean("grad_norm");
    if (Double.isNaN(gradient)) {
      return Judgement.Plain.UNKNOWN;
    }
    if (gradient < FAR_ABOVE * settings.maxGradNorm()) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The gradient's norm is %s and is always cut to %s."
            .formatted(Figures.brief(gradient), Figures.brief(settings.maxGradNorm())),
        "Try %s=%s, or smaller rewards%s."
            .formatted(
                settings.key("max_grad_norm"),
                Figures.round(gradient),
                settings.rewardScale() == null || settings.scalesReturns()
                    ? ""
                    : " by " + settings.key("reward_scale")));
  }
}
