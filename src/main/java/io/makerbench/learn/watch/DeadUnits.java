package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;

/** A layer most of whose units let no gradient through, whatever they see. */
final class DeadUnits implements Rule {
  private static final double MOST = 0.95;

  private final LearnerSettings settings;

  DeadUnits(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.DEAD_UNITS;
  }

  /** A tenth of a training: units of a tanh come back, as those of a value that jumps do. */
  @Override
  public int patience() {
    return 10;
  }

  @Override
  public Judgement judge(Period period) {
    Columns columns = period.behaviour().observations;
    if (columns.rows() < Columns.RECENT_ROWS) {
      return Judgement.Plain.UNKNOWN;
    }
    double dead = HiddenUnits.deadShare(period.policy().get(), columns.recent());
    if (dead < MOST) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "In one layer %s of the units let no gradient through, whatever they see."
            .formatted(Figures.percent(dead)),
        "Try %s=%s (it is %s), or scaled observations."
            .formatted(
                settings.key("lr"),
                Figures.round(settings.lr() / 10),
                Figures.brief(settings.lr())));
  }
}
