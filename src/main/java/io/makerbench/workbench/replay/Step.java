package io.makerbench.workbench.replay;

/** What a step of the cursor goes to. */
enum Step {
  TICK("tick"),
  TRADE("trade"),
  DECISION("decision"),
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
