package io.makerbench.system.analytic;

/**
 * Market making of Cartea, Jaimungal and Penalva, "Algorithmic and High-Frequency Trading", 2015,
 * chapter 10. The objective is E[X_T + q_T(S_T − αq_T) − φ∫q²dt]; with A tridiagonal on q = −Q … Q
 * (−φκq² on the diagonal, λe⁻¹ beside it) and z_q = e^(−ακq²), ω(t) = e^(A(T−t))·z and h = (1/κ)·ln
 * ω, the most that can be expected is x + qS + h(t, q), and δ±(t, q) = 1/κ − h(t, q∓1) + h(t, q).
 *
 * @param lambda fills per time at depth 0, on each side
 * @param kappa decay of fills with depth, per quote currency
 * @param phi running penalty on the squared inventory, quote currency per time
 * @param alpha penalty on the squared last inventory, quote currency
 * @param horizon T, length of an episode
 * @param limit Q, largest inventory, long or short
 */
public record CarteaJaimungalPenalva(
    double lambda, double kappa, double phi, double alpha, double horizon, int limit) {
  /** h: the most that can be expected beyond the cash and the inventory at mid. */
  public double value(double time, int inventory) {
    return values().before(horizon - time).log(inventory) / kappa;
  }

  /** Distance of the bid below the mid; {@link Quotes#NONE} at the limit. */
  public double bidDepth(double time, int inventory) {
    return values().before(horizon - time).bidDepth(inventory);
  }

  /** Distance of the ask above the mid; {@link Quotes#NONE} at the other limit. */
  public double askDepth(double time, int inventory) {
    return values().before(horizon - time).askDepth(inventory);
  }

  /** False where a value would take minutes to reckon, and is refused. */
  boolean isReckonable() {
    return values().isReckonable(horizon);
  }

  InventoryValues values() {
    double[] diagonal = new double[2 * limit + 1];
    double[] logAtHorizon = new double[2 * limit + 1];
    for (int q = -limit; q <= limit; q++) {
      diagonal[q + limit] = -phi * kappa * q * q;
      logAtHorizon[q + limit] = -alpha * kappa * q * q;
    }
    return new InventoryValues(
        new TridiagonalExponential(diagonal, lambda / StrictMath.E),
        logAtHorizon,
        kappa,
        1 / kappa);
  }
}
