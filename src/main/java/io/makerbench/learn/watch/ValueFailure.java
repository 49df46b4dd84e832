package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Values that explain nothing of the returns for a long time. */
final class ValueFailure implements Rule {
  /** Share of the largest loss above which values are wrong, not just of returns that are alike. */
  private static final double LEFT = 0.1;

  private final LearnerSettings settings;
  private final Peaks peaks = new Peaks();

  ValueFailure(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.VALUE_FAILURE;
  }

  /** A tenth of a training. */
  @Override
  public int patience() {
    return 10;
  }

  @Override
  public Judgement judge(Period period) {
    double explained = period.mean("explained_variance");
    if (Double.isNaN(explained)) {
      return Judgement.Plain.UNKNOWN;
    }
    peaks.add(period);
    if (explained > 0 || !peaks.lossIsLeft(period, LEFT)) {
      return Judgement.Plain.HEALTHY;
    }
    boolean plain = Boolean.FALSE.equals(settings.normalizeValues());
    return new Judgement.Symptom(
        "explained_variance is %s: the values are no better than one number for every state."
            .formatted(Figures.brief(explained)),
        plain
            ? "Try %s=true, or a smaller %s (it is %s)."
                .formatted(
                    settings.key("normalize_values"),
                    settings.key("lr"),
                    Figures.brief(settings.lr()))
            : "Try a smaller %s (it is %s), or observations that say more."
                .formatted(settings.key("lr"), Figures.brief(settings.lr())));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    peaks.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    peaks.restore(in);
  }
}
