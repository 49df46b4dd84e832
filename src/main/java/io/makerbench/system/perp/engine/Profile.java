package io.makerbench.system.perp.engine;

/** How much risk the desk bears. */
public enum Profile {
  /** Half the risk of the others. */
  CONSERVATIVE(2.62125, 0.0466, 46_600, 2000),
  /** The usual one. */
  BALANCED(5.625, 0.10, 100_000, 5000),
  /** Tighter hedges at a higher limit than the conservative one. */
  AGGRESSIVE(4.86, 0.0864, 86_400, 5000);

  private final double band;
  private final double eta;
  private final double deltaLimit;
  private final double lossLimit;

  Profile(double band, double eta, double deltaLimit, double lossLimit) {
    this.band = band;
    this.eta = eta;
    this.deltaLimit = deltaLimit;
    this.lossLimit = lossLimit;
  }

  /** Position left alone by the hedges in calm markets, base currency. */
  public double band() {
    return band;
  }

  /** Edge per unit of size, USD. */
  public double eta() {
    return eta;
  }

  /** Largest worth of the net position at the reference volatility, USD. */
  public double deltaLimit() {
    return deltaLimit;
  }

  /** Loss of an episode that ends it, USD. */
  public double lossLimit() {
    return lossLimit;
  }
}
