package io.makerbench.system.analytic;

import io.makerbench.config.InputException;

/**
 * What holding q is worth where the value solves a linear tridiagonal equation on q = −Q … Q, and
 * the depths that follow from it: bid = base + (l(q) − l(q+1))/k and ask = base + (l(q) −
 * l(q−1))/k, l being the logarithm of the solution.
 */
final class InventoryValues {
  /** Beyond this a solution takes minutes. */
  private static final double LARGEST_COST = 2e8;

  /** Terms that even a short step takes. */
  private static final double TERMS_A_STEP = 10;

  private final TridiagonalExponential matrix;
  private final double[] logAtHorizon;
  private final double k;
  private final double base;
  private final int limit;

  /**
   * @param matrix what carries the solution back from the horizon
   * @param logAtHorizon logarithm of the solution at the horizon, for q = −Q … Q
   * @param k decay of fills with depth
   * @param base depth where another unit is worth as much as the last
   */
  InventoryValues(TridiagonalExponential matrix, double[] logAtHorizon, double k, double base) {
    this.matrix = matrix;
    this.logAtHorizon = logAtHorizon;
    this.k = k;
    this.base = base;
    limit = (logAtHorizon.length - 1) / 2;
  }

  /**
   * The solution this long before the horizon.
   *
   * @throws InputException when it would take minutes to reckon
   */
  Row before(double timeLeft) {
    require(isReckonable(timeLeft), timeLeft);
    return new Row(matrix.apply(logAtHorizon, timeLeft));
  }

  private void require(boolean reckonable, double timeLeft) {
    if (!reckonable) {
      throw new InputException(
          "The closed form would take minutes to reckon with an inventory limit of %d over a time of"
                  .formatted(limit)
              + " %s; choose a smaller limit, a shorter time, longer steps or smaller penalties."
                  .formatted(timeLeft));
    }
  }

  /** False where the solution would take minutes. */
  boolean isReckonable(double timeLeft) {
    return matrix.cost(timeLeft) < LARGEST_COST;
  }

  /**
   * The solution on a grid of times: entry i holds from i·dt to the next, i = 0 … steps.
   *
   * @throws InputException when it would take minutes to reckon
   */
  Row[] table(double dt, int steps) {
    double numbers = (double) steps * logAtHorizon.length;
    boolean reckonable = isReckonable(dt * steps) && TERMS_A_STEP * numbers < LARGEST_COST;
    require(reckonable, dt * steps);
    Row[] rows = new Row[steps + 1];
    rows[steps] = new Row(logAtHorizon);
    for (int i = steps - 1; i >= 0; i--) {
      rows[i] = new Row(matrix.apply(rows[i + 1].logs, dt));
    }
    return rows;
  }

  /** The solution at one time. */
  final class Row {
    private final double[] logs;

    private Row(double[] logs) {
      this.logs = logs;
    }

    double log(int inventory) {
      return logs[inventory + limit];
    }

    double bidDepth(int inventory) {
      return inventory >= limit ? Quotes.NONE : base + (log(inventory) - log(inventory + 1)) / k;
    }

    double askDepth(int inventory) {
      return inventory <= -limit ? Quotes.NONE : base + (log(inventory) - log(inventory - 1)) / k;
    }
  }
}
