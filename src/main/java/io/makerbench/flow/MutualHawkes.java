package io.makerbench.flow;

/**
 * Buys and sells that excite their own side and the other: λ_s(t) = μ_s + Σ own α_self·e^(−β(t −
 * ti)) + Σ other α_cross·e^(−β(t − tj)). Both sides share α and β.
 *
 * @param buysPerSecond μ of buys
 * @param sellsPerSecond μ of sells
 * @param alphaSelfPerSecond jump at an order of the same side
 * @param alphaCrossPerSecond jump at an order of the other side
 * @param betaPerSecond decay
 */
public record MutualHawkes(
    double buysPerSecond,
    double sellsPerSecond,
    double alphaSelfPerSecond,
    double alphaCrossPerSecond,
    double betaPerSecond) {
  /** Orders that one order causes directly, on either side. */
  public double branching() {
    return (alphaSelfPerSecond + alphaCrossPerSecond) / betaPerSecond;
  }

  /** Log-likelihood of arrivals whose signs are all known. */
  public double logLikelihood(Arrivals arrivals) {
    double[] times = arrivals.times();
    double sum = -(buysPerSecond + sellsPerSecond) * arrivals.seconds();
    double before = 0;
    double buys = 0;
    double sells = 0;
    for (int i = 0; i < times.length; i++) {
      double faded = StrictMath.exp(-betaPerSecond * (times[i] - before));
      buys *= faded;
      sells *= faded;
      boolean buy = arrivals.signs()[i] > 0;
      sum += StrictMath.log(buy ? intensityOfBuys(buys, sells) : intensityOfSells(buys, sells));
      sum += branching() * StrictMath.expm1(-betaPerSecond * (arrivals.seconds() - times[i]));
      buys += buy ? 1 : 0;
      sells += buy ? 0 : 1;
      before = times[i];
    }
    return sum;
  }

  private double intensityOfBuys(double buys, double sells) {
    return buysPerSecond + alphaSelfPerSecond * buys + alphaCrossPerSecond * sells;
  }

  private double intensityOfSells(double buys, double sells) {
    return sellsPerSecond + alphaSelfPerSecond * sells + alphaCrossPerSecond * buys;
  }
}
