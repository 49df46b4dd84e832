package io.makerbench.workbench.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them on axes and in tables; the same in every locale. */
public final class Numbers {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;
  private static final int SECONDS_A_MINUTE = 60;
  private static final int SECONDS_AN_HOUR = 3600;
  private static final double SMALL = 1e-4;

  private Numbers() {}

  /** Few digits, with k and M: for axes. */
  public static String brief(double value) {
    double size = Math.abs(value);
    if (size >= MILLION * THOUSAND || size > 0 && size < SMALL) {
      return exponent(value, 3);
    }
    if (size >= MILLION) {
      return rounded(value / MILLION, 4) + "M";
    }
    return size >= 10 * THOUSAND ? rounded(value / THOUSAND, 4) + "k" : rounded(value, 4);
  }

  /** With as many decimals as tell ticks apart on an axis of this range: for prices. */
  public static String within(double value, double range) {
    int decimals = (int) Math.max(0, Math.ceil(1 - Math.log10(range)));
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace("-", "−");
  }

  /** Seconds as a clock: 0:42, 12:05, 3:00:00. A dash where there are none. */
  public static String clock(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    long s = Math.round(seconds);
    long minutes = s / SECONDS_A_MINUTE;
    return s < SECONDS_AN_HOUR
        ? String.format(Locale.ROOT, "%d:%02d", minutes, s % SECONDS_A_MINUTE)
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            s / SECONDS_AN_HOUR,
            minutes % SECONDS_A_MINUTE,
            s % SECONDS_A_MINUTE);
  }

  /** Five significant digits: for values read at a place. A dash where there is none. */
  public static String precise(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    return size >= MILLION * THOUSAND || size > 0 && size < SMALL
        ? exponent(value, 4)
        : rounded(value, size >= 10 * THOUSAND ? 8 : 5);
  }

  /** Two significant digits: for how sure a value is. */
  public static String margin(double value) {
    return !Double.isFinite(value)
        ? "–"
        : value >= MILLION * THOUSAND || value > 0 && value < SMALL
            ? exponent(value, 2)
            : rounded(value, 2);
  }

  private static String exponent(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toString()
        .replace("E", "e")
        .replace("-", "−");
  }

  private static String rounded(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(value)
        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
        .stripTrailingZeros()
        .toPlainString()
        .replace("-", "−");
  }
}
