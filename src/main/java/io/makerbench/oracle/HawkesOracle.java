package io.makerbench.oracle;

import io.makerbench.config.InputException;
import io.makerbench.flow.Estimate;
import io.makerbench.flow.Hawkes;
import io.makerbench.flow.HawkesFit;
import io.makerbench.flow.KolmogorovSmirnov;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of a Hawkes process, held against one simulated path: its mean rate and dispersion,
 * its residuals, its log-likelihood, and that a fit finds its parameters again.
 */
record HawkesOracle() implements Oracle {
  private static final String THEORY = "Hawkes (1971)";
  private static final int WINDOWS = 1_000;

  /** Windows are at least this many times as long as the excitement of an event lasts. */
  private static final double WINDOW_IN_DECAYS = 100;

  /** Windows hold at least this many events on average. */
  private static final double WINDOW_IN_EVENTS = 100;

  private static final double MOST_EVENTS = 5e7;
  private static final int FITTED_EVENTS = 20_000;
  private static final int SUMMED_EVENTS = 1_000;

  /** Below this branching a path says little of the decay, and nothing is fitted. */
  private static final double LEAST_FITTED_BRANCHING = 0.05;

  /** Mean and deviation of √n·D under Kolmogorov's distribution: √(π/2)·ln 2, √(π²/12 − mean²). */
  private static final double KS_MEAN = Math.sqrt(Math.PI / 2) * Math.log(2);

  private static final double KS_SD = Math.sqrt(Math.PI * Math.PI / 12 - KS_MEAN * KS_MEAN);

  /** Normal quantile of a two-sided 95 % interval. */
  private static final double QUANTILE = 1.959963984540054;

  private static final List<OracleKey> KEYS =
      List.of(
          new OracleKey("mu", "rate of events that no event caused, 1/s", 1.0, 1e-6, 1e6),
          new OracleKey("alpha", "jump of the intensity at an event, 1/s", 1.0, 0, 1e6),
          new OracleKey("beta", "decay of that jump, 1/s; above alpha", 2.0, 1e-6, 1e6));

  @Override
  public String name() {
    return "hawkes";
  }

  @Override
  public String help() {
    return "rate, dispersion, residuals, likelihood and fit of a simulated Hawkes process";
  }

  @Override
  public List<OracleKey> keys() {
    return KEYS;
  }

  @Override
  public List<OracleCase> publishedCases() {
    return List.of(OracleCase.defaults(KEYS));
  }

  @Override
  public List<Finding> findings(OracleCase given) {
    Hawkes process = process(given);
    double window = window(process);
    double seconds = (WINDOWS + 1) * window;
    double[] times = process.simulate(seconds, RandomStream.named(1, "hawkes oracle", 0));
    List<Finding> findings = new ArrayList<>();
    counts(findings, given, process, times, window);
    residuals(findings, given, process.residuals(times));
    likelihood(
        findings, given, process, Arrays.copyOf(times, Math.min(SUMMED_EVENTS, times.length)));
    if (process.branching() >= LEAST_FITTED_BRANCHING) {
      fit(findings, given, process, Arrays.copyOf(times, Math.min(FITTED_EVENTS, times.length)));
    }
    return findings;
  }

  private static Hawkes process(OracleCase given) {
    Hawkes process = new Hawkes(given.get("mu"), given.get("alpha"), given.get("beta"));
    if (process.branching() >= 1) {
      throw new InputException(
          "--set alpha, beta: alpha must be below beta, or the process explodes; they are %s and %s."
              .formatted(OracleKey.plain(process.alpha()), OracleKey.plain(process.beta())));
    }
    double events = process.meanRate() * window(process) * WINDOWS;
    if (events > MOST_EVENTS) {
      throw new InputException(
          "--set mu, alpha, beta: a path long enough to judge by would have %.1e events, more than"
                  .formatted(events)
              + " %.0e; choose a smaller mu, or alpha farther below beta.".formatted(MOST_EVENTS));
    }
    return process;
  }

  private static double window(Hawkes process) {
    return Math.max(
        WINDOW_IN_DECAYS / (process.beta() - process.alpha()),
        WINDOW_IN_EVENTS / process.meanRate());
  }

  /** The first window is left out: the process starts without a past. */
  private void counts(
      List<Finding> findings, OracleCase given, Hawkes process, double[] times, double window) {
    double[] counts = new double[WINDOWS];
    for (double time : times) {
      int index = (int) (time / window) - 1;
      if (index >= 0 && index < WINDOWS) {
        counts[index]++;
      }
    }
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance = Arrays.stream(counts).map(n -> (n - mean) * (n - mean)).sum() / (WINDOWS - 1);
    double rateError = Math.sqrt(variance / WINDOWS) / window;
    add(findings, given, "mean rate", process.meanRate(), mean / window, rateError);
    double dispersionError = process.dispersion() * Math.sqrt(2.0 / (WINDOWS - 1));
    String dispersion = "variance over mean of counts";
    add(findings, given, dispersion, process.dispersion(), variance / mean, dispersionError);
  }

  private void residuals(List<Finding> findings, OracleCase given, double[] residuals) {
    double root = Math.sqrt(residuals.length);
    double mean = Arrays.stream(residuals).average().orElseThrow();
    add(findings, given, "mean residual", 1, mean, 1 / root);
    double scaled = root * KolmogorovSmirnov.againstExponential(residuals).statistic();
    add(findings, given, "√n × KS distance of residuals", KS_MEAN, scaled, KS_SD);
  }

  /** The recursion against the sums it stands for. */
  private void likelihood(
      List<Finding> findings, OracleCase given, Hawkes process, double[] times) {
    double seconds = times[times.length - 1];
    double sum = -process.mu() * seconds;
    for (double time : times) {
      sum += Math.log(process.intensity(times, time));
      sum += process.branching() * Math.expm1(-process.beta() * (seconds - time));
    }
    Published direct =
        new Published(
            given.values(), "log-likelihood by recursion", "sums by definition", sum, 0, 0);
    findings.add(Finding.closedForm(name(), given, direct, process.logLikelihood(times, seconds)));
  }

  private void fit(List<Finding> findings, OracleCase given, Hawkes process, double[] times) {
    HawkesFit fit = HawkesFit.of(times, times[times.length - 1]);
    fitted(findings, given, "fitted mu", process.mu(), fit.mu());
    fitted(findings, given, "fitted alpha", process.alpha(), fit.alpha());
    fitted(findings, given, "fitted beta", process.beta(), fit.beta());
  }

  private void fitted(
      List<Finding> findings, OracleCase given, String quantity, double truth, Estimate found) {
    double error = (found.high() - found.low()) / (2 * QUANTILE);
    add(findings, given, quantity, truth, found.value(), error);
  }

  private void add(
      List<Finding> findings,
      OracleCase given,
      String quantity,
      double theory,
      double ours,
      double error) {
    Published published = new Published(given.values(), quantity, THEORY, theory, 0, 0);
    findings.add(Finding.simulation(name(), given, published, ours, error));
  }
}
