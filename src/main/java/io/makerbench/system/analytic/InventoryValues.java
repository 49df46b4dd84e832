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
    if (!isReckonable(timeLeft)) {
      throw new InputException(
          "The inventory penalty times the square of the inventory limit of %d times the time %s is"
                  .formatted(limit, timeLeft)
              + " too large for the closed form to be reckoned; choose a smaller limit.");
    }
    return new Row(matrix.apply(logAtHorizon, timeLeft));
  }

  /** False where the solution would take minutes. */
  boolean isReckonable(double timeLeft) {
    return matrix.cost(timeLeft) < LARGEST_COST;
  }

  /** The depths on a grid of times: entry i holds from i·dt to the next, i = 0 … steps. */
  Row[] table(double dt, int steps) {
    before(dt * steps); // refuses what would take too long
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
