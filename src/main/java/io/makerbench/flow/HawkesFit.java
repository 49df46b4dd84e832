package io.makerbench.flow;

import java.util.function.ToDoubleFunction;

/**
 * The most likely Hawkes process behind events, with 95 % intervals from the observed information.
 *
 * @param mu estimate of μ, 1/s
 * @param alpha estimate of α, 1/s
 * @param beta estimate of β, 1/s
 * @param logLikelihood log-likelihood at the estimates
 * @param events events it was fitted to
 */
public record HawkesFit(
    Estimate mu, Estimate alpha, Estimate beta, double logLikelihood, int events) {
  /** Fewer events say nothing of three parameters. */
  public static final int FEWEST_EVENTS = 20;

  private static final double[] BRANCHINGS = {0.2, 0.5, 0.8};
  private static final double SLOWEST_DECAY = 0.1;
  private static final int HALF_DECADES = 10;

  /**
   * Fits by maximum likelihood. The start is the best point of a grid of branching ratios and
   * decays from a tenth of the event rate to ten thousand times that.
   *
   * @param times events in seconds from the start of the observation, ascending
   * @param seconds length of the observation
   * @throws IllegalArgumentException for fewer than {@value #FEWEST_EVENTS} events
   */
  public static HawkesFit of(double[] times, double seconds) {
    if (times.length < FEWEST_EVENTS) {
      throw new IllegalArgumentException(
          "A Hawkes process needs at least %d events, not %d"
              .formatted(FEWEST_EVENTS, times.length));
    }
    ToDoubleFunction<double[]> likelihood =
        p -> new Hawkes(p[0], p[1], p[2]).logLikelihood(times, seconds);
    MaximumLikelihood.Fit fit =
        MaximumLikelihood.of(likelihood, start(likelihood, times.length / seconds));
    Estimate[] found = fit.values();
    return new HawkesFit(found[0], found[1], found[2], fit.logLikelihood(), times.length);
  }

  private static double[] start(ToDoubleFunction<double[]> likelihood, double rate) {
    double[] best = {};
    double highest = Double.NEGATIVE_INFINITY;
    for (double branching : BRANCHINGS) {
      for (int step = 0; step <= HALF_DECADES; step++) {
        double beta = rate * SLOWEST_DECAY * StrictMath.pow(10, step / 2.0);
        double[] candidate = {rate * (1 - branching), branching * beta, beta};
        double value = likelihood.applyAsDouble(candidate);
        if (value > highest) {
          highest = value;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** The process at the estimates. */
  public Hawkes process() {
    return new Hawkes(mu.value(), alpha.value(), beta.value());
  }
}
