package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** Updates that move the policy farther than the data they rest on permit. */
final class LargeSteps implements Rule {
  /** Divergence of an update's policy from the one before it, in nats. */
  private static final double LARGE_DIVERGENCE = 0.1;

  private static final double LARGE_CLIP_FRACTION = 0.6;

  private final LearnerSettings settings;

  LargeSteps(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.LARGE_STEPS;
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Judgement judge(Period period) {
    double divergence = period.mean("kl");
    double clipped = period.mean("clip_fraction");
    if (Double.isNaN(divergence)) {
      return Judgement.Plain.UNKNOWN;
    }
    if (divergence < LARGE_DIVERGENCE && !(clipped > LARGE_CLIP_FRACTION)) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "An update moves the policy by %s nats, and %s of its ratios lie beyond their range."
            .formatted(Figures.brief(divergence), Figures.percent(clipped)),
        "Try %s=%s (it is %s)%s."
            .formatted(
                settings.key("lr"),
                Figures.round(settings.lr() / 3),
                Figures.brief(settings.lr()),
                settings.has("target_kl")
                    ? ", fewer %s, or %s=0.02"
                        .formatted(settings.key("n_epochs"), settings.key("target_kl"))
                    : ""));
  }
}
