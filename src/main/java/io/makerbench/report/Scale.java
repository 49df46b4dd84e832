package io.makerbench.report;

import java.util.function.DoubleUnaryOperator;

/** Where a value lies between two others, 0 … 1. */
record Scale(double low, double high, DoubleUnaryOperator transform) {
  /** Equal steps lie equally far apart. A scale without extent is widened around its value. */
  static Scale linear(double low, double high) {
    boolean flat = !(high > low);
    double margin = flat ? Math.max(1e-9, Math.abs(low) * 0.01) : 0;
    return new Scale(low - margin, high + margin, DoubleUnaryOperator.identity());
  }

  /** Equal factors lie equally far apart. */
  static Scale log(double low, double high) {
    return new Scale(low, high, Math::log);
  }

  /** A linear scale with room beyond the values, so that lines do not touch the frame. */
  static Scale roomy(double low, double high) {
    double room = 0.06 * (high - low);
    return linear(low - room, high + room);
  }

  double fraction(double value) {
    double from = transform.applyAsDouble(low);
    return (transform.applyAsDouble(value) - from) / (transform.applyAsDouble(high) - from);
  }
}
