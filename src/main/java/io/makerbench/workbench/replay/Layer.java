package io.makerbench.workbench.replay;

/** Parts of the market's picture that can be hidden. */
enum Layer {
  SIZES("Resting sizes"),
  TOUCH("Best bid and ask, or fair value"),
  CANDLES("Candles"),
  LAST("Last price"),
  VWAP("Mean price by volume (VWAP)"),
  TRADES("Trades"),
  QUOTES("Own quotes"),
  QUEUE("Own place in the queue"),
  FILLS("Own fills");

  private final String label;

  Layer(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
