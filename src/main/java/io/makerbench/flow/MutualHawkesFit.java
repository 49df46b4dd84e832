package io.makerbench.flow;

import java.util.function.ToDoubleFunction;

/**
 * The most likely {@link MutualHawkes} behind arrivals, with 95 % intervals from the observed
 * information.
 *
 * @param buysPerSecond estimate of μ of buys
 * @param sellsPerSecond estimate of μ of sells
 * @param alphaSelfPerSecond estimate of α_self
 * @param alphaCrossPerSecond estimate of α_cross
 * @param betaPerSecond estimate of β
 * @param logLikelihood log-likelihood at the estimates
 * @param events arrivals it was fitted to
 */
public record MutualHawkesFit(
    Estimate buysPerSecond,
    Estimate sellsPerSecond,
    Estimate alphaSelfPerSecond,
    Estimate alphaCrossPerSecond,
    Estimate betaPerSecond,
    double logLikelihood,
    int events) {
  private static final double SHARE_OF_OWN_SIDE = 0.7;

  /**
   * Fits by maximum likelihood, from where the fit of all arrivals together ended.
   *
   * @param arrivals of known side, both sides present
   * @param together fit of the same arrivals without their sides
   */
  static MutualHawkesFit of(Arrivals arrivals, HawkesFit together) {
    ToDoubleFunction<double[]> likelihood =
        p -> new MutualHawkes(p[0], p[1], p[2], p[3], p[4]).logLikelihood(arrivals);
    double alpha = together.alpha().value();
    double shareOfBuys = (double) arrivals.count(1) / arrivals.signs().length;
    double[] start = {
      together.mu().value() * shareOfBuys,
      together.mu().value() * (1 - shareOfBuys),
      SHARE_OF_OWN_SIDE * alpha,
      (1 - SHARE_OF_OWN_SIDE) * alpha,
      together.beta().value()
    };
    MaximumLikelihood.Fit fit = MaximumLikelihood.of(likelihood, start);
    Estimate[] found = fit.values();
    return new MutualHawkesFit(
        found[0],
        found[1],
        found[2],
        found[3],
        found[4],
        fit.logLikelihood(),
        arrivals.signs().length);
  }

  /** The process at the estimates. */
  public MutualHawkes process() {
    return new MutualHawkes(
        buysPerSecond.value(),
        sellsPerSecond.value(),
        alphaSelfPerSecond.value(),
        alphaCrossPerSecond.value(),
        betaPerSecond.value());
  }
}
