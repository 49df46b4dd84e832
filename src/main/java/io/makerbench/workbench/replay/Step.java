package io.makerbench.workbench.replay;

/** What a step of the cursor goes to. */
enum Step {
  /** A change of a resting size, a trade or a tick; of several venues, an incident. */
  EVENT("event"),
  /** An instant at which the policy's account was brought up to date. */
  TICK("tick"),
  SECOND("second"),
  MINUTE("minute"),
  TRADE("trade"),
  DECISION("decision"),
  /** An own order came, went or moved. */
  ORDER("own order"),
  FILL("fill");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
