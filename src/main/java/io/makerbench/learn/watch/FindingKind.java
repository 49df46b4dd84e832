package io.makerbench.learn.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be found in a training. */
public enum FindingKind {
  DIVERGED(Severity.DANGER, "Training diverged"),
  EXPLODING_LOSS(Severity.DANGER, "Exploding loss"),
  COLLAPSED_POLICY(Severity.DANGER, "Collapsed policy"),
  DEAD_GRADIENTS(Severity.DANGER, "Dead gradients"),
  DEAD_UNITS(Severity.DANGER, "Dead units"),
  VALUE_FAILURE(Severity.DANGER, "Values explain nothing"),
  NEVER_TRADES(Severity.DANGER, "Never trades"),
  LOST_EXPLORATION(Severity.ADVICE, "Exploration lost"),
  REWARD_SCALE(Severity.ADVICE, "Scale of rewards"),
  CONSTANT_REWARD(Severity.ADVICE, "Constant reward"),
  CONSTANT_OBSERVATIONS(Severity.ADVICE, "Constant observations"),
  UNSCALED_OBSERVATIONS(Severity.ADVICE, "Scale of observations"),
  NO_PROGRESS(Severity.ADVICE, "No progress"),
  LARGE_STEPS(Severity.ADVICE, "Steps too large"),
  OSCILLATING_LOSS(Severity.ADVICE, "Oscillating loss"),
  CLIPPED_GRADIENTS(Severity.ADVICE, "Gradients always clipped"),
  TINY_GRADIENTS(Severity.ADVICE, "Tiny gradients"),
  LITTLE_DATA(Severity.ADVICE, "Little data"),
  OVERFITTING(Severity.ADVICE, "Overfitting"),
  UNBALANCED_DEMONSTRATIONS(Severity.ADVICE, "Unbalanced demonstrations"),
  IDLE_GPU(Severity.ADVICE, "Idle GPU"),
  UNUSED_SETTING(Severity.ADVICE, "Setting without effect");

  private final Severity severity;
  private final String title;

  FindingKind(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  public Severity severity() {
    return severity;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  /** The names of all dangers, as configurations and files write them. */
  public static List<String> dangers() {
    return Arrays.stream(values())
        .filter(kind -> kind.severity == Severity.DANGER)
        .map(FindingKind::toString)
        .toList();
  }

  /** The kind of a name in a file. */
  public static Optional<FindingKind> of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
  }

  /** The name in configurations and files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
