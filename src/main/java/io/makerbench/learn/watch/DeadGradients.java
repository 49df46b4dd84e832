package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** No gradient although there is a loss: nothing is learnt any more. */
final class DeadGradients implements Rule {
  /** Share of the largest gradient below which it is gone. */
  private static final double GONE = 1e-6;

  /** Share of the largest loss above which there is something left to learn. */
  private static final double LEFT = 1e-2;

  private final LearnerSettings settings;
  private final Peaks peaks = new Peaks();

  DeadGradients(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.DEAD_GRADIENTS;
  }

  @Override
  public int patience() {
    return 3;
  }

  @Override
  public Judgement judge(Period period) {
    double gradient = period.mean("grad_norm");
    if (Double.isNaN(gradient)) {
      return Judgement.Plain.UNKNOWN;
    }
    peaks.add(period);
    if (gradient > GONE * peaks.gradient() || !peaks.lossIsLeft(period, LEFT)) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The gradient's norm is %s at a loss of %s: nothing is learnt any more."
            .formatted(Figures.brief(gradient), Figures.brief(Peaks.loss(period))),
        "The network is saturated: try %s=%s (it is %s) from the start, and smaller observations."
            .formatted(
                settings.key("lr"),
                Figures.round(settings.lr() / 10),
                Figures.brief(settings.lr())));
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
