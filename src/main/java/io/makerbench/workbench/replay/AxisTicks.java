package io.makerbench.workbench.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where the labels of the axes stand and how instants and prices are written. */
final class AxisTicks {
  private static final long SECOND = 1_000_000_000L;
  private static final long[] TIME_STEPS = {
    SECOND / 100,
    SECOND / 50,
    SECOND / 20,
    SECOND / 10,
    SECOND / 5,
    SECOND / 2,
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    15 * SECOND,
    30 * SECOND,
    60 * SECOND,
    120 * SECOND,
    300 * SECOND,
    600 * SECOND,
    900 * SECOND,
    1800 * SECOND,
    3600 * SECOND,
    7200 * SECOND,
    14400 * SECOND,
    21600 * SECOND,
    43200 * SECOND,
    86400 * SECOND
  };
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AxisTicks() {}

  /** The shortest round step of which at most {@code most} fit into a span; both in ns. */
  static long timeStep(long spanNs, int most) {
    for (long step : TIME_STEPS) {
      if (spanNs / step <= most) {
        return step;
      }
    }
    return TIME_STEPS[TIME_STEPS.length - 1];
  }

  /** The smallest of 1, 2, 5 × 10ⁿ of which at most {@code most} fit into a span. */
  static double step(double span, int most) {
    double power = Math.pow(10, Math.floor(Math.log10(span / most)));
    for (double factor : new double[] {1, 2, 5}) {
      if (span / (factor * power) <= most) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** An instant as time of day, UTC, with milliseconds where the step needs them. */
  static String time(long ns, long stepNs) {
    return (stepNs < SECOND ? MILLIS : SECONDS).format(instant(ns));
  }

  /** An instant with its date, UTC, to the millisecond. */
  static String dateTime(long ns) {
    return DATE.format(instant(ns));
  }

  private static Instant instant(long ns) {
    return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND), Math.floorMod(ns, SECOND));
  }

  /** A round length of time, for example {@code 5 min}. */
  static String period(long ns) {
    if (ns < SECOND) {
      return ns / (SECOND / 1000) + " ms";
    }
    long seconds = ns / SECOND;
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  /** A price with as many decimals as the tick size has. */
  static String price(double price, double tickSize) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(tickSize) - 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", price);
  }
}
