package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** No better than at the start after half of a training, be it rewards or the loss of a clone. */
final class NoProgress implements Rule {
  private static final int PERIODS = 10;
  private static final double HALF = 0.5;

  /** Standard errors a change must be to count. */
  private static final double CLEAR = 1;

  /** Standard errors that the last periods must be above those before them to be rising. */
  private static final double RISING = 2;

  /** Standard errors that what was reached must have been above the start to be called lost. */
  private static final double FORGOTTEN = 4;

  /** Divergence of an update, in nats, below which the policy hardly moves. */
  private static final double SMALL_DIVERGENCE = 1e-4;

  private final LearnerSettings settings;
  private final RecentValues first = new RecentValues(PERIODS);
  private final RecentValues earlier = new RecentValues(PERIODS);
  private final RecentValues last = new RecentValues(PERIODS);
  private double best = Double.NEGATIVE_INFINITY;
  private boolean byEpisode;
  private double exploration;
  private int periodsUnchanged;

  NoProgress(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.NO_PROGRESS;
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Judgement judge(Period period) {
    double gain = settings.imitates() ? -period.mean("loss") : reward(period);
    if (Double.isNaN(gain)) {
      return Judgement.Plain.UNKNOWN;
    }
    add(gain, period);
    best = last.isFull() ? Math.max(best, last.mean()) : best;
    if (period.share() < HALF || !last.isFull() || settings.startsTrained()) {
      return Judgement.Plain.UNKNOWN;
    }
    double error = Math.sqrt((first.variance() + last.variance()) / PERIODS);
    if (last.mean() - first.mean() > CLEAR * error) {
      return Judgement.Plain.HEALTHY;
    }
    boolean chanceWasAmongThem = periodsUnchanged > 0 && periodsUnchanged < PERIODS;
    if (chanceWasAmongThem || isRising(error)) {
      return Judgement.Plain.UNKNOWN;
    }
    boolean forgotten = best - first.mean() > FORGOTTEN * error;
    return new Judgement.Symptom(seen() + (forgotten ? wasBetter() : ""), advice(period));
  }

  /** That of episodes where they are short enough to end in every period, else that of ticks. */
  private double reward(Period period) {
    if (first.count() == 0) {
      byEpisode = !Double.isNaN(period.mean("episode_reward"));
    }
    return period.mean(byEpisode ? "episode_reward" : "reward");
  }

  private void add(double gain, Period period) {
    if (!first.isFull()) {
      first.add(gain);
    } else {
      if (last.isFull()) {
        earlier.add(last.oldest());
      }
      last.add(gain);
    }
    periodsUnchanged = period.exploration() == exploration ? periodsUnchanged + 1 : 0;
    exploration = period.exploration();
  }

  /** True where it was worse and is on its way up, as where chance hid what is learnt. */
  private boolean isRising(double error) {
    return earlier.isFull() && last.mean() - earlier.mean() > RISING * error;
  }

  private String wasBetter() {
    return " It had been %s: what was learnt is lost again."
        .formatted(Figures.brief(settings.imitates() ? -best : best));
  }

  private String seen() {
    return settings.imitates()
        ? "The loss is %s after half of the epochs and was %s at the start."
            .formatted(Figures.brief(-last.mean()), Figures.brief(-first.mean()))
        : "The reward of %s is %s after half of the training and was %s at the start."
            .formatted(
                byEpisode ? "an episode" : "a tick",
                Figures.brief(last.mean()),
                Figures.brief(first.mean()));
  }

  private String advice(Period period) {
    // of one update a rollout the divergence is 0 and says nothing
    boolean hardlyMoves = settings.has("target_kl") && period.mean("kl") < SMALL_DIVERGENCE;
    double other = hardlyMoves ? settings.lr() * 10 : settings.lr() / 3;
    return "Try %s=%s (it is %s), a longer training, or other features."
        .formatted(settings.key("lr"), Figures.round(other), Figures.brief(settings.lr()));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(byEpisode);
    out.writeDouble(best);
    out.writeDouble(exploration);
    out.writeInt(periodsUnchanged);
    first.save(out);
    earlier.save(out);
    last.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    byEpisode = in.readBoolean();
    best = in.readDouble();
    exploration = in.readDouble();
    periodsUnchanged = in.readInt();
    first.restore(in);
    earlier.restore(in);
    last.restore(in);
  }
}
