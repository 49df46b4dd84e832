package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.net.Branch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A layer most of whose units let no gradient through, whatever they see. */
final class DeadUnits implements Rule {
  private static final double MOST = 0.95;

  /** Periods from look to look: a network run on many rows costs more than all other rules. */
  private static final int PERIODS_OF_A_LOOK = 5;

  /** Share of the largest loss above which values have something left to learn. */
  private static final double LEFT = 1e-2;

  private final LearnerSettings settings;
  private final Peaks peaks = new Peaks();
  private int periods;

  DeadUnits(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.DEAD_UNITS;
  }

  /** Looks, a tenth of a training: units of a tanh come back, as those of a value that jumps do. */
  @Override
  public int patience() {
    return 3;
  }

  @Override
  public Judgement judge(Period period) {
    peaks.add(period);
    periods++;
    Columns columns = period.behaviour().observations;
    if (periods % PERIODS_OF_A_LOOK != 0 || columns.rows() < Columns.RECENT_ROWS) {
      return Judgement.Plain.UNKNOWN;
    }
    // Values that are learnt to the end may saturate: no gradient is wanted any more.
    boolean valuesCount = peaks.lossIsLeft(period, LEFT);
    double dead =
        HiddenUnits.deadShare(
            period.policy().get(),
            columns.recent(),
            branch -> valuesCount || !branch.name().equals(Branch.VALUE));
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

  @Override
  public void save(DataOutput out) throws IOException {
    peaks.save(out);
    out.writeInt(periods);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    peaks.restore(in);
    periods = in.readInt();
  }
}
