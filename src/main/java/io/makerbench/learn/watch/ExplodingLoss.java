package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A loss far above its own level of before, and larger than the rewards seen so far permit; or
 * values larger than any sum of them.
 */
final class ExplodingLoss implements Rule {
  /** Times its level that a loss may not be. */
  private static final double FAR_ABOVE = 100;

  /** Periods until the level means something. */
  private static final int LEVEL_PERIODS = 3;

  /** Times the largest return that a mean value may not be. */
  private static final double BEYOND_RETURNS = 10;

  /** Deviations an error of values may span where they are learnt in deviations. */
  private static final double MOST_DEVIATIONS = 30;

  /** Times smaller a learning rate is proposed. */
  private static final double SLOWER = 10;

  private final LearnerSettings settings;
  private final RunningLevel level = new RunningLevel();

  ExplodingLoss(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.EXPLODING_LOSS;
  }

  @Override
  public int patience() {
    return 1;
  }

  @Override
  public Judgement judge(Period period) {
    double loss = Peaks.loss(period);
    double value = Math.abs(period.mean("q_mean"));
    double bound = largestReturn(period);
    if (value > BEYOND_RETURNS * bound) {
      return symptom(
          "The mean value is %s, but no episode was ever worth more than %s."
              .formatted(Figures.brief(value), Figures.brief(bound)));
    }
    if (!(loss > 0)) {
      return Judgement.Plain.UNKNOWN;
    }
    boolean above = level.periods() >= LEVEL_PERIODS && loss > FAR_ABOVE * level.level();
    boolean permitted = Math.sqrt(loss) <= 2 * bound;
    if (above && !permitted) {
      return symptom(
          "The loss is %s, %s times its level until then."
              .formatted(Figures.brief(loss), Figures.brief(loss / level.level())));
    }
    level.add(loss);
    return Judgement.Plain.HEALTHY;
  }

  /** In the units the values are learnt in; infinite where nothing was rewarded yet. */
  private double largestReturn(Period period) {
    if (settings.imitates()) {
      return 0;
    }
    if (settings.scalesReturns()) {
      return MOST_DEVIATIONS;
    }
    Double scale = settings.rewardScale();
    double bound = period.behaviour().rewards.largestReturn() * (scale == null ? 1 : scale);
    return bound == 0 ? Double.POSITIVE_INFINITY : bound;
  }

  private Judgement symptom(String seen) {
    return new Judgement.Symptom(
        seen,
        "Try %s=%s (it is %s)."
            .formatted(
                settings.key("lr"),
                Figures.round(settings.lr() / SLOWER),
                Figures.brief(settings.lr())));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    level.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    level.restore(in);
  }
}
