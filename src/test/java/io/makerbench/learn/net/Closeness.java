package io.makerbench.learn.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * How far engines may differ from the referee: 1e-5 of a number and never less than 1e-6. A number
 * that is small among large ones is held to their root mean square, as it is what sums of large
 * ones leave.
 */
public final class Closeness {
  static final double RELATIVE = 1e-5;
  static final double FLOOR = 1e-6;

  private Closeness() {}

  /** Compares numbers of one kind. */
  public static void assertClose(float[] expected, float[] found, String what) {
    assertClose(expected, found, new double[expected.length], what);
  }

  /**
   * Compares numbers of one kind.
   *
   * @param excused further distance that each may have
   */
  public static void assertClose(float[] expected, float[] found, double[] excused, String what) {
    assertEquals(expected.length, found.length, what);
    double typical = typical(expected);
    for (int i = 0; i < expected.length; i++) {
      double allowed = FLOOR + RELATIVE * Math.max(Math.abs(expected[i]), typical) + excused[i];
      if (!(Math.abs(expected[i] - found[i]) <= allowed)) {
        fail("%s %d is %s, not %s (± %s)".formatted(what, i, found[i], expected[i], allowed));
      }
    }
  }

  /** How far numbers are off at most, in shares of what they may be. */
  static double worst(float[] expected, float[] found) {
    double typical = typical(expected);
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      double allowed = FLOOR + RELATIVE * Math.max(Math.abs(expected[i]), typical);
      worst = Math.max(worst, Math.abs(expected[i] - found[i]) / allowed);
    }
    return worst;
  }

  /** Root mean square. */
  static double typical(float[] numbers) {
    double squares = 0;
    for (float v : numbers) {
      squares += (double) v * v;
    }
    return Math.sqrt(squares / Math.max(1, numbers.length));
  }
}
