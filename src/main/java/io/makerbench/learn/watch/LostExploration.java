package io.makerbench.learn.watch;

import io.makerbench.env.Space;
import io.makerbench.learn.LearnerSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No weight on the entropy, and a policy that is about to do one thing only. */
final class LostExploration implements Rule {
  /** Share of the first entropy that is too little. */
  private static final double LITTLE_LEFT = 0.1;

  /** Entropy that numbers lose, in nats, when their deviation falls to a hundredth. */
  private static final double NUMBERS_LOSE = 4.6;

  private static final double MOSTLY_ONE_THING = 0.8;

  private final LearnerSettings settings;
  private double first = Double.NaN;

  LostExploration(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.LOST_EXPLORATION;
  }

  @Override
  public int patience() {
    return 2;
  }

  @Override
  public Judgement judge(Period period) {
    double entropy = period.mean("entropy");
    Double weight = settings.entropyWeight();
    if (Double.isNaN(entropy) || weight == null || weight > 0) {
      return Judgement.Plain.UNKNOWN;
    }
    first = Double.isNaN(first) ? entropy : first;
    @Nullable Concentration found = period.behaviour().choices.concentration(0);
    boolean oneThing = found != null && found.share() > MOSTLY_ONE_THING;
    if (!oneThing || !isLow(period.behaviour().actions, entropy)) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The entropy fell from %s to %s nats and nothing holds it up."
            .formatted(Figures.brief(first), Figures.brief(entropy)),
        "Try %s=0.01 (it is 0).".formatted(settings.key("ent_coef")));
  }

  private boolean isLow(Space space, double entropy) {
    return switch (space) {
      case Space.Discrete _, Space.MultiDiscrete _ -> entropy < LITTLE_LEFT * first;
      case Space.Box box -> entropy < first - NUMBERS_LOSE * box.width();
      case Space.Simplex shares -> entropy < first - NUMBERS_LOSE * shares.width();
    };
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(first);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    first = in.readDouble();
  }
}
