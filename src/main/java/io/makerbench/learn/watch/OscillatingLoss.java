package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A loss that jumps up and down by as much as itself. */
final class OscillatingLoss implements Rule {
  private static final int PERIODS = 20;

  /** Mean change between periods, as a share of the mean. */
  private static final double ROUGH = 1.2;

  /** Share of the largest loss below which it has settled, jumps and all. */
  private static final double LEFT = 0.1;

  private final LearnerSettings settings;
  private final RecentValues losses = new RecentValues(PERIODS);
  private final Peaks peaks = new Peaks();

  OscillatingLoss(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.OSCILLATING_LOSS;
  }

  @Override
  public int patience() {
    return 10;
  }

  @Override
  public Judgement judge(Period period) {
    double loss = Peaks.loss(period);
    if (Double.isNaN(loss)) {
      return Judgement.Plain.UNKNOWN;
    }
    peaks.add(period);
    losses.add(loss);
    if (!losses.isFull()) {
      return Judgement.Plain.UNKNOWN;
    }
    double roughness = losses.roughness() / losses.mean();
    if (!(roughness > ROUGH) || losses.mean() < LEFT * peaks.loss()) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The loss jumps: from period to period by %s times its mean of %s."
            .formatted(Figures.brief(roughness), Figures.brief(losses.mean())),
        "Try %s=%s (it is %s)."
            .formatted(
                settings.key("lr"),
                Figures.round(settings.lr() / 3),
                Figures.brief(settings.lr())));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    losses.save(out);
    peaks.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    losses.restore(in);
    peaks.restore(in);
  }
}
