package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Values that explain nothing of the returns for a long time, or less and less: their loss grows
 * and the returns do not.
 */
final class ValueFailure implements Rule {
  /** Share of the largest loss above which values are wrong, not just of returns that are alike. */
  private static final double LEFT = 0.1;

  /** Periods of which a mean loss is taken. */
  private static final int PERIODS = 10;

  /** Times its least that the loss, as a share of the largest return's square, may not be. */
  private static final double GROWN = 10;

  /** Share of the returns explained above which a loss may be as large as it likes. */
  private static final double WELL_EXPLAINED = 0.5;

  private final LearnerSettings settings;
  private final RecentValues losses = new RecentValues(PERIODS);
  private double least = Double.POSITIVE_INFINITY;
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
    if (Double.isNaN(explained) || period.behaviour().rewards.ofPeriod.saysNothing()) {
      return Judgement.Plain.UNKNOWN; // returns that are all alike leave nothing to explain
    }
    peaks.add(period);
    double growth = growth(period);
    if (!peaks.lossIsLeft(period, LEFT)) {
      return Judgement.Plain.HEALTHY;
    }
    if (explained <= 0) {
      return symptom(
          "explained_variance is %s: the values are no better than one number for every state."
              .formatted(Figures.brief(explained)));
    }
    if (growth > GROWN && explained < WELL_EXPLAINED) {
      return symptom(
          "The values' loss is %s times its least, although returns did not grow, and"
                  .formatted(Figures.brief(growth))
              + " explained_variance is %s.".formatted(Figures.brief(explained)));
    }
    return Judgement.Plain.HEALTHY;
  }

  /** Times its least that the mean loss is, where losses grow with the square of returns. */
  private double growth(Period period) {
    double bound = settings.scalesReturns() ? 1 : period.behaviour().rewards.largestReturn();
    if (bound == 0) {
      return 1;
    }
    losses.add(Peaks.loss(period) / (bound * bound));
    least = losses.isFull() ? Math.min(least, losses.mean()) : least;
    return losses.isFull() ? losses.mean() / least : 1;
  }

  private Judgement symptom(String seen) {
    boolean plain = Boolean.FALSE.equals(settings.normalizeValues());
    return new Judgement.Symptom(
        seen,
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
    losses.save(out);
    out.writeDouble(least);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    peaks.restore(in);
    losses.restore(in);
    least = in.readDouble();
  }
}
