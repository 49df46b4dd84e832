package io.makerbench.system.perp.engine;

/** Prices and sizes on their steps. */
final class Steps {
  /** Share of a step that the error of floating point may be off. */
  private static final double SLACK = 1e-6;

  private Steps() {}

  /** The largest whole number of steps that is not above a number. */
  static double down(double number, double step) {
    return Math.floor(number / step + SLACK) * step;
  }

  /** The nearest whole number of steps. */
  static double nearest(double number, double step) {
    return Math.rint(number / step) * step;
  }
}
