package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.util.List;
import java.util.stream.Collectors;

/** A network with many more parameters than there is to learn from. */
final class LittleData implements Rule {
  /** Parameters a decision. */
  private static final double MANY = 10;

  private static final int NARROWEST = 8;

  private final LearnerSettings settings;
  private double parameters;

  LittleData(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.LITTLE_DATA;
  }

  @Override
  public int patience() {
    return 1;
  }

  @Override
  public Judgement judge(Period period) {
    double decisions =
        settings.demonstrations() == null
            ? period.behaviour().recordedDecisions()
            : settings.demonstrations();
    parameters = parameters == 0 ? period.policy().get().shape().size() : parameters;
    if (parameters < MANY * decisions) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The network has %.0f parameters, but there are only %.0f decisions to learn from."
            .formatted(parameters, decisions),
        "Try %s=%s, or %s."
            .formatted(
                settings.key("hidden"),
                narrower(decisions),
                settings.imitates()
                    ? "more " + settings.key("demonstrations")
                    : "a longer recording"));
  }

  /** The same layers, narrower by the root of what there is too much of. */
  private List<Integer> narrower(double decisions) {
    double factor = Math.sqrt(decisions / parameters);
    return settings.hidden().stream()
        .map(units -> (int) Math.max(NARROWEST, Math.floor(units * factor)))
        .collect(Collectors.toList());
  }
}
