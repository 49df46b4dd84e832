package io.makerbench.system;

/**
 * eˣ to eleven digits by a dozen multiplications, several times as fast as the library's: 2ⁿ·eʳ
 * with |r| ≤ ln 2 / 2 and the ninth Taylor polynomial of eʳ. The same bits on every machine.
 */
public final class FastExponential {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN_2 = 0.6931471805599453;

  /** Powers of two beyond this are taken as 0 or as infinite. */
  private static final double LARGEST_POWER = 1000;

  private static final int EXPONENT_BIAS = 1023;
  private static final int MANTISSA_BITS = 52;
  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5040;
  private static final double C8 = 1.0 / 40320;
  private static final double C9 = 1.0 / 362880;

  private FastExponential() {}

  /** The exponential; 0 for what is not a number. */
  public static double of(double x) {
    double power = x * LOG2_E;
    if (!(power > -LARGEST_POWER && power < LARGEST_POWER)) {
      return power > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    double n = Math.rint(power);
    double r = x - n * LN_2;
    double square = r * r;
    double high = C6 + r * C7 + square * (C8 + r * C9);
    double sum = 1 + r + square * (0.5 + r * C3 + square * (C4 + r * C5 + square * high));
    return sum * Double.longBitsToDouble((long) n + EXPONENT_BIAS << MANTISSA_BITS);
  }
}
