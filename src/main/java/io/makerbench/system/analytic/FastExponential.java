package io.makerbench.system.analytic;

/**
 * eˣ to eleven digits by a dozen multiplications, several times as fast as the library's: 2ⁿ·eʳ
 * with |r| ≤ ln 2 / 2 and the ninth Taylor polynomial of eʳ. The same bits on every machine.
 */
final class FastExponential {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;

  /** Beyond these the result would not be a normal number; it is that of the bound. */
  private static final double LOWEST = -700;

  private static final double HIGHEST = 700;
  private static final int EXPONENT_BIAS = 1023;
  private static final int MANTISSA_BITS = 52;

  private FastExponential() {}

  static double of(double x) {
    double bounded = Math.min(HIGHEST, Math.max(LOWEST, x));
    double n = Math.rint(bounded * LOG2_E);
    double r = bounded - n * LN_2;
    double high = 1 / 120.0 + r * (1 / 720.0 + r * (1 / 5040.0 + r * (1 / 40320.0 + r / 362880)));
    double sum = 1 + r * (1 + r * (0.5 + r * (1 / 6.0 + r * (1 / 24.0 + r * high))));
    return sum * Double.longBitsToDouble((long) n + EXPONENT_BIAS << MANTISSA_BITS);
  }
}
