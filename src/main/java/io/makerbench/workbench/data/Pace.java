package io.makerbench.workbench.data;

import java.util.function.LongSupplier;

/** How fast something goes and how long it still takes. */
final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A guess from less than this would jump about. */
  private static final double LEAST_SECONDS = 1;

  private final LongSupplier nanos;
  private final long startNanos;
  private final double startAmount;

  /**
   * Begins to measure.
   *
   * @param startAmount what was there at the beginning
   */
  Pace(LongSupplier nanos, double startAmount) {
    this.nanos = nanos;
    this.startAmount = startAmount;
    startNanos = nanos.getAsLong();
  }

  private double seconds() {
    return (nanos.getAsLong() - startNanos) / NANOS_PER_SECOND;
  }

  /** What came a second; NaN at first. */
  double perSecond(double amount) {
    return seconds() < LEAST_SECONDS ? Double.NaN : (amount - startAmount) / seconds();
  }

  /** Seconds left until {@code whole}; NaN while that cannot be known. */
  double secondsLeft(double amount, double whole) {
    double rate = perSecond(amount);
    return rate > 0 && whole >= amount ? (whole - amount) / rate : Double.NaN;
  }

  /** Time left in words with a separator before it; empty while unknown. */
  static String left(double seconds) {
    return Double.isNaN(seconds)
        ? ""
        : " · " + Moments.length((long) (Math.max(1, seconds) * NANOS_PER_SECOND)) + " left";
  }
}
