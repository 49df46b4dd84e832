package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import org.jspecify.annotations.Nullable;

/** An expert that nearly always does the same, so that a clone may learn nothing else. */
final class UnbalancedDemonstrations implements Rule {
  private static final double MOSTLY_ONE_THING = 0.9;

  private final LearnerSettings settings;

  UnbalancedDemonstrations(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.UNBALANCED_DEMONSTRATIONS;
  }

  @Override
  public int patience() {
    return 1;
  }

  @Override
  public Judgement judge(Period period) {
    @Nullable Concentration expert = period.behaviour().choices.concentration(0);
    if (expert == null || Boolean.TRUE.equals(settings.balanced())) {
      return Judgement.Plain.UNKNOWN; // the expert was heard before the first period alone
    }
    if (expert.share() < MOSTLY_ONE_THING) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The expert %s.".formatted(expert.words()),
        "Try %s=weights or oversampling, or %s=2."
            .formatted(settings.key("balance"), settings.key("focal_gamma")));
  }
}
