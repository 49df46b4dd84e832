package io.makerbench.workbench.perp;

import java.util.Locale;

/** Numbers with as many decimals as their neighbours above and below have; the same everywhere. */
final class Figures {
  private static final int MOST_DECIMALS = 6;
  private static final double HUNDRED = 100;
  private static final double BPS = 1e4;
  private static final double THOUSAND = 1000;

  /** Half a cent is shown as one. */
  private static final double LEAST_MONEY = 0.005;

  private Figures() {}

  /** Decimals that a step of prices or sizes has. */
  static int decimals(double step) {
    int decimals = 0;
    for (double left = step; decimals < MOST_DECIMALS && !isWhole(left); left *= 10) {
      decimals++;
    }
    return decimals;
  }

  private static boolean isWhole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6 * Math.max(1, Math.abs(number));
  }

  /** With so many decimals; never a negative nought. */
  static String fixed(double value, int decimals) {
    String words = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean nought = words.chars().noneMatch(c -> c >= '1' && c <= '9');
    return nought ? words.replace("-", "") : words.replace('-', '−');
  }

  /** The same with a plus before what is positive. */
  static String signed(double value, int decimals) {
    String words = fixed(value, decimals);
    boolean nought = words.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value > 0 && !nought ? "+" + words : words;
  }

  /** USD to the cent; from a thousand on in whole dollars with a space between thousands. */
  static String money(double usd) {
    return Math.abs(usd) < THOUSAND ? fixed(usd, 2) : grouped(usd);
  }

  /** An amount of money with its sign before the unit. */
  static String dollars(double usd) {
    String sign = usd >= LEAST_MONEY ? "+" : usd <= -LEAST_MONEY ? "−" : "";
    return sign + "$" + money(Math.abs(usd));
  }

  private static String grouped(double usd) {
    return String.format(Locale.ROOT, "%,.0f", usd).replace(',', '\u202f').replace('-', '−');
  }

  static String percent(double share) {
    return fixed(HUNDRED * share, 0) + " %";
  }

  /** A rate in hundredths of a percent. */
  static String bps(double rate) {
    return signed(BPS * rate, 1) + " bps";
  }
}
