package io.makerbench.system.analytic;

/**
 * Quotes of Avellaneda and Stoikov, "High-frequency trading in a limit order book", Quantitative
 * Finance 8(3), 2008: reservation price r = s − qγσ²(T−t) (equation 29), total spread γσ²(T−t) +
 * (2/γ)·ln(1+γ/k) (equation 30), both quotes half of it from r.
 */
public final class AvellanedaStoikov implements Quotes {
  private final double horizon;

  /** γσ². */
  private final double riskRate;

  /** (2/γ)·ln(1+γ/k), the spread at the horizon. */
  private final double lastSpread;

  /**
   * @param sigma volatility of the mid, quote currency per √time
   * @param k decay of fills with depth, per quote currency
   * @param gamma aversion to risk, per quote currency
   * @param horizon T, length of an episode
   */
  public AvellanedaStoikov(double sigma, double k, double gamma, double horizon) {
    this.horizon = horizon;
    riskRate = gamma * sigma * sigma;
    lastSpread = 2 / gamma * StrictMath.log1p(gamma / k);
  }

  /** Distance of the reservation price above the mid. */
  public double reservationShift(double time, int inventory) {
    return -inventory * riskRate * (horizon - time);
  }

  /** Distance between bid and ask. */
  public double spread(double time) {
    return riskRate * (horizon - time) + lastSpread;
  }

  /** Time average of the spread over an episode. */
  public double averageSpread() {
    return riskRate * horizon / 2 + lastSpread;
  }

  @Override
  public double bidDepth(double time, int inventory) {
    return spread(time) / 2 - reservationShift(time, inventory);
  }

  @Override
  public double askDepth(double time, int inventory) {
    return spread(time) / 2 + reservationShift(time, inventory);
  }
}
