package io.makerbench.experiment;

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
}
