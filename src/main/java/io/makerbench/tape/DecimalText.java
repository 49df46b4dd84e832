package io.makerbench.tape;

/** Reads decimal numbers out of characters without making a string of each. */
final class DecimalText {
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int RADIX = 10;

  /** More digits might not fit a long. */
  private static final int MOST_DIGITS = 18;

  private static final int LONGEST = 64;

  private static final double[] POWERS = new double[MOST_DIGITS + 1];

  static {
    for (int i = 0; i <= MOST_DIGITS; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private DecimalText() {}

  /**
   * The double nearest to a decimal number such as {@code -61800.20}.
   *
   * <p>Up to 2⁵³ the digits and the power of ten are exact, so that one division rounds correctly.
   *
   * @throws NumberFormatException when it is none
   */
  static double parse(char[] text, int offset, int length) {
    boolean negative = length > 0 && text[offset] == '-';
    int end = offset + length;
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (int i = negative ? offset + 1 : offset; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit < RADIX && count < MOST_DIGITS) {
        digits = RADIX * digits + digit;
        count++;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (text[i] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return parseSlowly(new String(text, offset, length));
      }
    }
    if (count == 0 || digits > LARGEST_EXACT) {
      return parseSlowly(new String(text, offset, length));
    }
    double value = digits / POWERS[Math.max(0, decimals)];
    return negative ? -value : value;
  }

  private static double parseSlowly(String text) {
    if (text.length() > LONGEST || !text.matches("[-+.0-9eE]+")) {
      throw new NumberFormatException();
    }
    return Double.parseDouble(text);
  }
}
