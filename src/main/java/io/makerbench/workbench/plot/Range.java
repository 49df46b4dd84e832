package io.makerbench.workbench.plot;

/** A stretch of an axis, both ends included; empty when {@code min > max}. */
public record Range(double min, double max) {
  /** Nothing. */
  public static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  public boolean isEmpty() {
    return !(min <= max);
  }

  public double length() {
    return isEmpty() ? 0 : max - min;
  }

  /** The smallest range that holds both. */
  public Range union(Range other) {
    return new Range(Math.min(min, other.min), Math.max(max, other.max));
  }

  /** The smallest range that holds this one and a value; NaN changes nothing. */
  public Range with(double value) {
    return Double.isNaN(value) ? this : new Range(Math.min(min, value), Math.max(max, value));
  }
}
