package io.makerbench.workbench.plot;

/**
 * What a curve says at the cross-hair.
 *
 * @param value NaN where it says nothing
 * @param margin on either side of it; 0 where it is no estimate
 */
record Reading(double value, double margin) {
  static Reading of(Curve curve, Points points, double x) {
    double margin = curve.look() == Look.INTERVAL ? points.marginAt(x) : 0;
    return new Reading(points.at(x), margin);
  }

  boolean isNone() {
    return Double.isNaN(value);
  }

  /** For example {@code 12.5 ± 0.4}. */
  String words() {
    return Numbers.precise(value) + (margin > 0 ? " ± " + Numbers.margin(margin) : "");
  }
}
