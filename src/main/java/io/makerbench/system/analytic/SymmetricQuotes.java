package io.makerbench.system.analytic;

/** Both quotes the same distance from the mid, whatever the time and the inventory. */
public record SymmetricQuotes(double depth) implements Quotes {
  @Override
  public double bidDepth(double time, int inventory) {
    return depth;
  }

  @Override
  public double askDepth(double time, int inventory) {
    return depth;
  }
}
