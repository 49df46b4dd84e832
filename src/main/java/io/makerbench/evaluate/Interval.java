package io.makerbench.evaluate;

/** A confidence interval, ends included; NaN ends where there was nothing to estimate from. */
public record Interval(double low, double high) {
  /** An interval that says nothing. */
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
}
