package io.makerbench.workbench.replay;

/** Bars a price beside the picture of the market. */
enum Column {
  /** What rests at the cursor. */
  BOOK("Book", "Book at the cursor"),
  /** What was traded in sight until the cursor, by the side that took. */
  VOLUME("Volume", "Volume traded in sight"),
  /** How often, by the side that took. */
  TRADES("Trades", "Number of trades in sight"),
  /** How often the resting size changed in sight until the cursor. */
  QUOTES("Quotes", "Changes of resting size in sight");

  private final String label;
  private final String words;

  Column(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** Whether it counts events; others add up lots. */
  boolean counts() {
    return this == TRADES || this == QUOTES;
  }

  String label() {
    return label;
  }

  @Override
  public String toString() {
    return words;
  }
}
