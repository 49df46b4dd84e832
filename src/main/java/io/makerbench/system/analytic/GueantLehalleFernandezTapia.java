package io.makerbench.system.analytic;

/**
 * Quotes of Guéant, Lehalle and Fernandez-Tapia, "Dealing with the inventory risk", Mathematics and
 * Financial Economics 7, 2013 (arXiv 1105.3115). With α = kγσ²/2, η = A(1+γ/k)^−(1+k/γ) and M
 * tridiagonal on q = −Q … Q (αq² on the diagonal, −η beside it), v(t) = e^(−M(T−t))·1 (theorem 1)
 * gives the depths; their limit far from the horizon is approximated in closed form (section 4).
 *
 * @param sigma volatility of the mid, quote currency per √time
 * @param a fills per time at depth 0
 * @param k decay of fills with depth, per quote currency
 * @param gamma aversion to risk, per quote currency
 * @param horizon T, length of an episode
 * @param limit Q, largest inventory, long or short
 */
public record GueantLehalleFernandezTapia(
    double sigma, double a, double k, double gamma, double horizon, int limit) {
  /** Distance of the bid below the mid; {@link Quotes#NONE} at the limit. */
  public double bidDepth(double time, int inventory) {
    return values().before(horizon - time).bidDepth(inventory);
  }

  /** Distance of the ask above the mid; {@link Quotes#NONE} at the other limit. */
  public double askDepth(double time, int inventory) {
    return values().before(horizon - time).askDepth(inventory);
  }

  /** The approximation far from the horizon, the same at all times. */
  public Quotes approximate() {
    return new Approximation(this);
  }

  InventoryValues values() {
    double[] diagonal = new double[2 * limit + 1];
    for (int q = -limit; q <= limit; q++) {
      diagonal[q + limit] = -k * gamma * sigma * sigma / 2 * q * q;
    }
    double eta = a / StrictMath.pow(1 + gamma / k, 1 + k / gamma);
    return new InventoryValues(
        new TridiagonalExponential(diagonal, eta), new double[2 * limit + 1], k, base());
  }

  private double base() {
    return StrictMath.log1p(gamma / k) / gamma;
  }

  private record Approximation(GueantLehalleFernandezTapia exact, double slope) implements Quotes {
    Approximation(GueantLehalleFernandezTapia exact) {
      this(exact, slope(exact));
    }

    private static double slope(GueantLehalleFernandezTapia e) {
      double growth = StrictMath.pow(1 + e.gamma / e.k, 1 + e.k / e.gamma);
      return StrictMath.sqrt(e.sigma * e.sigma * e.gamma / (2 * e.k * e.a) * growth);
    }

    @Override
    public double bidDepth(double time, int inventory) {
      return inventory >= exact.limit ? NONE : exact.base() + (2 * inventory + 1) / 2.0 * slope;
    }

    @Override
    public double askDepth(double time, int inventory) {
      return inventory <= -exact.limit ? NONE : exact.base() - (2 * inventory - 1) / 2.0 * slope;
    }
  }
}
