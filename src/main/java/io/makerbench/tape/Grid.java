package io.makerbench.tape;

import io.makerbench.config.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The steps that prices or sizes are counted in. Feed it every value first; the step is then the
 * given one, or the power of ten with as many decimals as the value that has most.
 */
final class Grid {
  private static final int MOST_DECIMALS = 12;
  private static final double[] POWERS = powers("1e");
  private static final double[] STEPS = powers("1e-");

  /** A value this near to a step (in steps, and relative to itself) lies on it. */
  private static final double TOLERANCE = 1e-6;

  private static final double RELATIVE_TOLERANCE = 1e-12;

  private final @Nullable Double given;
  private final double most;
  private int decimals;

  /** {@code most} is the largest number of steps that fits the tape's column. */
  Grid(@Nullable Double given, double most) {
    this.given = given;
    this.most = most;
  }

  private static double[] powers(String prefix) {
    double[] powers = new double[MOST_DECIMALS + 1];
    for (int i = 0; i <= MOST_DECIMALS; i++) {
      powers[i] = Double.parseDouble(prefix + i);
    }
    return powers;
  }

  void see(double value) {
    while (decimals < MOST_DECIMALS && !whole(value * POWERS[decimals])) {
      decimals++;
    }
  }

  /** Makes the steps as fine as those of another grid. */
  void refine(Grid other) {
    decimals = Math.max(decimals, other.decimals);
  }

  /** True for a whole number but for the error of one multiplication; NaN counts as whole. */
  private static boolean whole(double scaled) {
    return !(Math.abs(scaled - Math.rint(scaled)) > 2 * Math.ulp(scaled));
  }

  double step() {
    return given != null ? given : STEPS[decimals];
  }

  /** The value in steps, rounded; see {@link #onGrid}. */
  double steps(double value) {
    return given == null ? Math.rint(value * POWERS[decimals]) : Math.rint(value / given);
  }

  boolean onGrid(double value, double steps) {
    double error = Math.abs(value - steps * step());
    return !(error > TOLERANCE * step() + RELATIVE_TOLERANCE * Math.abs(value));
  }

  boolean onGrid(double value) {
    return onGrid(value, steps(value));
  }

  boolean fits(double steps) {
    return steps <= most;
  }

  InputException tooLarge(String place, String column, double value) {
    return new InputException(
        place
            + ", column "
            + column
            + ": "
            + value
            + " is too large in steps of "
            + step()
            + "; at most "
            + (long) most
            + " steps are allowed. Correct the file, or give a coarser step.");
  }
}
