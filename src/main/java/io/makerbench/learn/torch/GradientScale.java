package io.makerbench.learn.torch;

/**
 * Factors of gradients on their way back through products in 16-bit floats, which hold nothing
 * below 6·10⁻⁸ nor above 65,504. They are powers of two, so that scaling rounds nothing, and follow
 * from the gradients alone, so that there is no state to keep.
 */
final class GradientScale {
  /**
   * What a sum of all rows' largest gradients is brought to: far above what is lost, and with room
   * for inputs and weights up to 64 before it is too large.
   */
  private static final double SUM = 1024;

  /** How much smaller each further attempt is. */
  private static final double FURTHER = 1 / 256.0;

  private static final int ATTEMPTS = 4;

  private double factor;
  private int attempt = 1;

  /**
   * For the gradients of outputs.
   *
   * @param largest size of the largest of them
   */
  GradientScale(float largest, int rows) {
    double size = Math.max(Float.MIN_NORMAL, largest);
    factor = Math.scalb(1.0, Math.getExponent(SUM / (size * rows)));
  }

  double factor() {
    return factor;
  }

  /** Goes on with a smaller factor; false when there is none left to try. */
  boolean reduce() {
    factor *= FURTHER;
    return attempt++ < ATTEMPTS;
  }
}
