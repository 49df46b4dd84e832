package io.makerbench.workbench.replay;

/** Where a card beside the pointer tells what is there; the info bar always does. */
enum Card {
  FILLS("On fills"),
  EVERYWHERE("Everywhere"),
  NEVER("Never");

  private final String label;

  Card(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
