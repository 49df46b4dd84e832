package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * A self-exciting point process (Hawkes, 1971) with an exponential kernel: λ(t) = μ + Σ α·e^(−β(t −
 * ti)) over the events before t. Times are seconds from the start of the observation, before which
 * nothing happened.
 *
 * @param mu rate of events that no event caused, 1/s
 * @param alpha jump of the intensity at an event, 1/s
 * @param beta decay of that jump, 1/s
 */
public record Hawkes(double mu, double alpha, double beta) {
  public Hawkes {
    if (!(mu > 0 && alpha >= 0 && beta > 0)) {
      throw new IllegalArgumentException(
          "No Hawkes process: mu %s, alpha %s, beta %s".formatted(mu, alpha, beta));
    }
  }

  /** Events that one event causes directly, on average; the process is stationary below 1. */
  public double branching() {
    return alpha / beta;
  }

  /** Events per second in the long run; infinite where the process is not stationary. */
  public double meanRate() {
    return branching() < 1 ? mu / (1 - branching()) : Double.POSITIVE_INFINITY;
  }

  /** Limit of variance over mean of the count in a long window, 1/(1 − n)². */
  public double dispersion() {
    double quiet = 1 - branching();
    return quiet > 0 ? 1 / (quiet * quiet) : Double.POSITIVE_INFINITY;
  }

  /**
   * Variance over mean of the count in a window of the stationary process (Da Fonseca and Zaatour,
   * 2014).
   *
   * @param seconds length of the window
   */
  public double dispersion(double seconds) {
    double decay = beta - alpha;
    double limit = dispersion();
    return limit + (1 - limit) * -StrictMath.expm1(-decay * seconds) / (decay * seconds);
  }

  /**
   * Intensity just before an instant.
   *
   * @param times events in ascending order; those at or after the instant do not count
   */
  public double intensity(double[] times, double at) {
    double sum = 0;
    for (int i = 0; i < times.length && times[i] < at; i++) {
      sum += StrictMath.exp(-beta * (at - times[i]));
    }
    return mu + alpha * sum;
  }

  /** Events of one path of this length in seconds, exact and without discretisation. */
  public double[] simulate(double seconds, RandomStream random) {
    HawkesProcess process =
        new HawkesProcess(new double[] {mu}, new double[][] {{alpha}}, beta, random);
    double[] times = new double[64];
    int count = 0;
    for (double t = process.next(); t < seconds; t = process.next()) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = t;
    }
    return Arrays.copyOf(times, count);
  }

  /**
   * Log-likelihood of events observed for a time, by the recursion R_i = e^(−β(t_i − t_(i−1)))·(1 +
   * R_(i−1)) (Ogata, 1981).
   *
   * @param times events in ascending order within the observation
   */
  public double logLikelihood(double[] times, double seconds) {
    double sum = -mu * seconds;
    double before = 0;
    double recent = 0;
    for (int i = 0; i < times.length; i++) {
      double at = times[i];
      recent = i == 0 ? 0 : StrictMath.exp(-beta * (at - before)) * (1 + recent);
      sum += StrictMath.log(mu + alpha * recent);
      sum += branching() * StrictMath.expm1(-beta * (seconds - at));
      before = at;
    }
    return sum;
  }

  /**
   * Integrated intensity from each event to the next, Λ(t_i) − Λ(t_(i−1)), the first one from time
   * 0: independent Exp(1) numbers under the true process (Papangelou; Brown et al., 2002).
   */
  public double[] residuals(double[] times) {
    double[] residuals = new double[times.length];
    double before = 0;
    double excited = 0;
    for (int i = 0; i < times.length; i++) {
      double wait = times[i] - before;
      double faded = StrictMath.exp(-beta * wait);
      residuals[i] = mu * wait + branching() * excited * (1 - faded);
      excited = excited * faded + 1;
      before = times[i];
    }
    return residuals;
  }
}
