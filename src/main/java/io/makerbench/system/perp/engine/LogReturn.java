package io.makerbench.system.perp.engine;

/** The log return between two prices, the same bits on every machine. */
final class LogReturn {
  /** Up to this relative move the series is exact to the last bits. */
  private static final double SMALL = 0.02;

  private static final double C3 = 1.0 / 3;
  private static final double C5 = 1.0 / 5;
  private static final double C7 = 1.0 / 7;

  private LogReturn() {}

  /** ln(now / before) = 2·artanh((now − before)/(now + before)); 0 where a price is missing. */
  static double of(double now, double before) {
    if (!(now > 0 && before > 0)) {
      return 0;
    }
    double z = (now - before) / (now + before);
    if (Math.abs(z) > SMALL) {
      return StrictMath.log(now / before);
    }
    double square = z * z;
    return 2 * z * (1 + square * (C3 + square * (C5 + square * C7)));
  }
}
