package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import org.jspecify.annotations.Nullable;

/** A policy that does the same whatever it sees. */
final class CollapsedPolicy implements Rule {
  private static final double USUAL_ENTROPY_WEIGHT = 0.01;
  private static final String MAY_BE_BEST =
      "Where one action is the best there is, it should do as well as the baselines; else try ";

  private final LearnerSettings settings;

  CollapsedPolicy(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.COLLAPSED_POLICY;
  }

  @Override
  public int patience() {
    return 3;
  }

  @Override
  public Judgement judge(Period period) {
    @Nullable Concentration found = period.behaviour().choices.concentration(period.exploration());
    if (found == null) {
      return Judgement.Plain.UNKNOWN;
    }
    if (!found.collapsed()) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom("The policy %s.".formatted(found.words()), advice());
  }

  private String advice() {
    Double weight = settings.entropyWeight();
    if (weight == null) {
      return (MAY_BE_BEST + "a slower fall of exploration (%s), or %s=%s (it is %s).")
          .formatted(
              settings.key("epsilon_share"),
              settings.key("lr"),
              Figures.round(settings.lr() / 3),
              Figures.brief(settings.lr()));
    }
    double more = weight == 0 ? USUAL_ENTROPY_WEIGHT : 3 * weight;
    return (MAY_BE_BEST + "%s=%s (it is %s).")
        .formatted(settings.key("ent_coef"), Figures.round(more), Figures.brief(weight));
  }
}
