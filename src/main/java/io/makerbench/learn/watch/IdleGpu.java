package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** A GPU that waits for the environment most of the time. The only rule that reads a clock. */
final class IdleGpu implements Rule {
  private static final double MOSTLY_IDLE = 0.5;
  private static final double SECONDS_PER_NS = 1e-9;

  private final LearnerSettings settings;
  private final LongSupplier clockNs;
  private long lastNs;

  /**
   * @param clockNs stands still where no GPU is used
   */
  IdleGpu(LearnerSettings settings, LongSupplier clockNs) {
    this.settings = settings;
    this.clockNs = clockNs;
    lastNs = clockNs.getAsLong();
  }

  @Override
  public FindingKind kind() {
    return FindingKind.IDLE_GPU;
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Judgement judge(Period period) {
    long now = clockNs.getAsLong();
    double seconds = (now - lastNs) * SECONDS_PER_NS;
    lastNs = now;
    if (seconds <= 0) {
      return Judgement.Plain.UNKNOWN;
    }
    double idle = period.behaviour().stepSeconds() / seconds;
    if (idle < MOSTLY_IDLE) {
      return Judgement.Plain.HEALTHY;
    }
    return new Judgement.Symptom(
        "The GPU waits for the environment %s of the time.".formatted(Figures.percent(idle)),
        ("Try more execution.copies and a larger batch (%s); networks this small are often faster"
                + " with execution.device=cpu.")
            .formatted(settings.key(batchKey())));
  }

  private String batchKey() {
    return Stream.of("batch_size", "minibatch_size", "n_steps")
        .filter(settings::has)
        .findFirst()
        .orElseThrow();
  }
}
