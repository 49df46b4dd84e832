package io.makerbench.tape;

import java.math.BigDecimal;

/** Reads decimal numbers out of characters without making a string of each. */
final class DecimalText {
  /** Digits that surely fit a long. */
  static final int MOST_DIGITS = 18;

  private static final long LARGEST_EXACT = 1L << 53;
  private static final int RADIX = 10;
  private static final int LONGEST = 64;
  private static final double[] POWERS = new double[MOST_DIGITS + 1];

  static {
    for (int i = 0; i <= MOST_DIGITS; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private DecimalText() {}

  /** True when {@link #value} of these digits, and this number of them, is rightly rounded. */
  static boolean exact(long digits, int count) {
    return count > 0 && count <= MOST_DIGITS && digits <= LARGEST_EXACT;
  }

  /**
   * The double nearest to {@code digits} with the point before the last {@code decimals} of them.
   * The digits, up to 2⁵³, and the power of ten are exact, so one division rounds rightly.
   */
  static double value(long digits, int decimals) {
    return digits / POWERS[decimals];
  }

  /**
   * The double nearest to a decimal number such as {@code -61800.20}.
   *
   * @throws NumberFormatException when it is none
   */
  static double parse(char[] text, int offset, int length) {
    boolean negative = length > 0 && text[offset] == '-';
    int end = offset + length;
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = negative ? offset + 1 : offset; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit < RADIX && count < MOST_DIGITS) {
        digits = RADIX * digits + digit;
        count++;
      } else if (text[i] == '.' && point < 0) {
        point = i;
      } else {
        return parse(new String(text, offset, length));
      }
    }
    if (!exact(digits, count)) {
      return parse(new String(text, offset, length));
    }
    double value = value(digits, point < 0 ? 0 : end - point - 1);
    return negative ? -value : value;
  }

  /**
   * The double nearest to a decimal number that may have an exponent.
   *
   * @throws NumberFormatException when it is none
   */
  static double parse(String text) {
    check(text);
    return Double.parseDouble(text);
  }

  /**
   * A whole number, which may be written as a decimal one.
   *
   * @throws NumberFormatException when it is none or does not fit
   */
  static long parseWhole(String text) {
    check(text);
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException(text);
    }
  }

  private static void check(String text) {
    if (text.length() > LONGEST || !text.matches("[-+.0-9eE]+")) {
      throw new NumberFormatException(text);
    }
  }
}
