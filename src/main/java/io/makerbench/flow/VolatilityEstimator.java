package io.makerbench.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Realised variance of the middle price at several sampling steps. Its standard error is the square
 * root of two thirds of the realised quarticity (Barndorff-Nielsen and Shephard, 2002).
 */
final class VolatilityEstimator implements FlowObserver {
  /** Sampling steps in samples of the book: 0.1 s to 30 s. */
  private static final int[] STEPS = {1, 5, 10, 50, 100, 300};

  private static final int FEWEST_STEPS = 5;

  private final double[] last = new double[STEPS.length];
  private final double[] squares = new double[STEPS.length];
  private final double[] fourths = new double[STEPS.length];
  private final long[] counts = new long[STEPS.length];
  private long samples;

  @Override
  public void sample(double seconds, BookView now) {
    for (int i = 0; i < STEPS.length; i++) {
      if (samples % STEPS[i] == 0) {
        if (samples > 0) {
          double square = (now.mid() - last[i]) * (now.mid() - last[i]);
          squares[i] += square;
          fourths[i] += square * square;
          counts[i]++;
        }
        last[i] = now.mid();
      }
    }
    samples++;
  }

  /** Estimates at the steps of which the observation holds enough, shortest first. */
  List<Volatility> estimates() {
    List<Volatility> all = new ArrayList<>();
    for (int i = 0; i < STEPS.length; i++) {
      if (counts[i] >= FEWEST_STEPS) {
        double step = STEPS[i] * SAMPLE_SECONDS;
        double seconds = counts[i] * step;
        double sigma = StrictMath.sqrt(squares[i] / seconds);
        double errorOfSquare = StrictMath.sqrt(2.0 / 3 * fourths[i]) / seconds;
        double error = sigma > 0 ? errorOfSquare / (2 * sigma) : 0;
        all.add(new Volatility(step, Estimate.normal(sigma, error), counts[i]));
      }
    }
    return all;
  }
}
