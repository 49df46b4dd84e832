package io.makerbench.experiment;

import java.util.Locale;

/** The parts of a run's work, in order. */
public enum Phase {
  IMPORT("Opening the data"),
  TRAIN("Training"),
  EVALUATE("Evaluating"),
  REPORT("Writing the report");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** The phase as a user reads it. */
  public String words() {
    return words;
  }

  /** As written in run.json. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
