package io.makerbench.report;

import io.makerbench.evaluate.Interval;
import io.makerbench.evaluate.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: few digits, a true minus sign, a dash for what is not defined. */
final class Figures {
  static final String UNDEFINED = "–";
  private static final int SIGNIFICANT_DIGITS = 4;
  private static final int MOST_DECIMALS = 8;
  private static final MathContext BRIEF_DIGITS = new MathContext(3);
  private static final double LARGEST_PLAIN = 1e9;
  private static final double SMALLEST_PLAIN = 1e-6;
  private static final double SMALLEST_P = 0.0001;

  private Figures() {}

  /** Four significant digits, thousands grouped. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return UNDEFINED;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (Math.abs(value) >= LARGEST_PLAIN) {
      return minus(String.format(Locale.ROOT, "%.3e", value));
    }
    if (value != 0 && Math.abs(value) < SMALLEST_PLAIN) {
      return minus(String.format(Locale.ROOT, "%.2e", value));
    }
    int magnitude = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    int decimals = Math.clamp(SIGNIFICANT_DIGITS - 1 - magnitude, 0, MOST_DECIMALS);
    return fixed(value, value == Math.rint(value) ? 0 : decimals);
  }

  /** All digits and no more, thousands grouped; for steps and other round numbers. */
  static String exact(double value) {
    int decimals = Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    return fixed(value, decimals);
  }

  /** A fixed number of decimals, thousands grouped. */
  static String fixed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return minus(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
  }

  /** A length of time from minutes, in the unit that suits it. */
  static String minutes(double minutes) {
    if (minutes < 2) {
      return brief(minutes * 60) + " s";
    }
    return minutes < 120 ? brief(minutes) + " min" : brief(minutes / 60) + " h";
  }

  private static String brief(double value) {
    return new BigDecimal(value).round(BRIEF_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** With a plus sign where positive, for differences. */
  static String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  /** A metric's value, shares as percent. */
  static String metric(Metric metric, double value) {
    boolean share = metric.unit().equals("share");
    return share && !Double.isNaN(value) ? fixed(100 * value, 1) + " %" : number(value);
  }

  /** A metric's difference, shares in percentage points. */
  static String difference(Metric metric, double value) {
    boolean share = metric.unit().equals("share");
    String plus = value > 0 ? "+" : "";
    return share && !Double.isNaN(value) ? plus + fixed(100 * value, 1) + " pp" : signed(value);
  }

  /** Ends of an interval, joined by "to". */
  static String interval(Interval interval) {
    return Double.isNaN(interval.low())
        ? UNDEFINED
        : signed(interval.low()) + " to " + signed(interval.high());
  }

  /** A probability with its sign of equality: {@code = 0.031} or {@code < 0.0001}. */
  static String p(double p) {
    if (Double.isNaN(p)) {
      return "undefined";
    }
    return p < SMALLEST_P ? "< 0.0001" : "= " + fixed(p, p < 0.1 ? 4 : 3);
  }

  /** A probability with four decimals. */
  static String probability(double p) {
    if (Double.isNaN(p)) {
      return UNDEFINED;
    }
    return p < SMALLEST_P && p > 0 ? "<\u00a00.0001" : fixed(p, 4);
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
