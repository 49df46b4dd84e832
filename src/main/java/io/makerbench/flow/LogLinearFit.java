package io.makerbench.flow;

/**
 * Counts n_i at i = 0, 1, 2 … with means e^(c − k·i), by the most likely c and k of Poisson counts
 * (iterated weighted least squares; Nelder and Wedderburn, 1972). Standard errors are widened by
 * the root of the overdispersion, the deviance over its degrees of freedom.
 *
 * @param decay k
 * @param decayError its standard error
 * @param overdispersion at least 1
 */
record LogLinearFit(double decay, double decayError, double overdispersion) {
  private static final int ROUNDS = 100;
  private static final double PRECISION = 1e-12;
  private static final double LARGEST_STEP = 2;

  static LogLinearFit of(long[] counts) {
    double total = 0;
    double moment = 0;
    for (int i = 0; i < counts.length; i++) {
      total += counts[i];
      moment += (double) i * counts[i];
    }
    double k = StrictMath.log1p(total / Math.max(moment, 0.5));
    for (int round = 0; round < ROUNDS; round++) {
      double step =
          (meanIndex(counts.length, k) - moment / total) / varianceOfIndex(counts.length, k);
      k += Math.clamp(step, -LARGEST_STEP, LARGEST_STEP);
      if (Math.abs(step) < PRECISION) {
        break;
      }
    }
    double excess = overdispersion(counts, total, k);
    double error = StrictMath.sqrt(excess / (total * varianceOfIndex(counts.length, k)));
    return new LogLinearFit(k, error, excess);
  }

  /** Mean of the index under weights e^(−k·i): with c free, the likelihood only asks this of k. */
  private static double meanIndex(int n, double k) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double weight = StrictMath.exp(-k * i);
      weights += weight;
      sum += weight * i;
    }
    return sum / weights;
  }

  private static double varianceOfIndex(int n, double k) {
    double mean = meanIndex(n, k);
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double weight = StrictMath.exp(-k * i);
      weights += weight;
      sum += weight * (i - mean) * (i - mean);
    }
    return sum / weights;
  }

  private static double overdispersion(long[] counts, double total, double k) {
    double weights = 0;
    for (int i = 0; i < counts.length; i++) {
      weights += StrictMath.exp(-k * i);
    }
    double deviance = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = total * StrictMath.exp(-k * i) / weights;
      double surprise = counts[i] == 0 ? 0 : counts[i] * StrictMath.log(counts[i] / expected);
      deviance += 2 * (surprise - counts[i] + expected);
    }
    return Math.max(1, deviance / Math.max(1, counts.length - 2));
  }
}
