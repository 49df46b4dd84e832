package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gradients so small, number by number, that the optimiser's ε swallows them. */
final class TinyGradients implements Rule {
  /** Share of the largest loss above which there is something left to learn. */
  private static final double LEFT = 0.1;

  /** Times the optimiser's ε that a gradient should be at least. */
  private static final double OF_EPSILON = 1;

  private final LearnerSettings settings;
  private final Peaks peaks = new Peaks();
  private double parameters;

  TinyGradients(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.TINY_GRADIENTS;
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Judgement judge(Period period) {
    double gradient = period.mean("grad_norm");
    if (Double.isNaN(gradient)) {
      return Judgement.Plain.UNKNOWN;
    }
    peaks.add(period);
    parameters = parameters == 0 ? period.policy().get().shape().size() : parameters;
    double clipped = Math.min(gradient, settings.maxGradNorm());
    double each = clipped / Math.sqrt(parameters);
    if (each > OF_EPSILON * settings.optimizerEpsilon() || !peaks.lossIsLeft(period, LEFT)) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The gradient is %s a parameter, less than the optimiser's ε of %s: it hardly moves anything."
            .formatted(Figures.brief(each), Figures.brief(settings.optimizerEpsilon())),
        advice(gradient));
  }

  private String advice(double gradient) {
    if (gradient > settings.maxGradNorm()) {
      return "Try a larger %s (it is %s)."
          .formatted(settings.key("max_grad_norm"), Figures.brief(settings.maxGradNorm()));
    }
    if (settings.scalesReturns()) {
      return "Try a larger %s, or %s=true."
          .formatted(settings.key("vf_coef"), settings.key("normalize_advantage"));
    }
    return settings.rewardScale() == null
        ? "Let the market reward in smaller units, so that rewards are near 1."
        : "Try a larger %s, so that rewards are near 1.".formatted(settings.key("reward_scale"));
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
