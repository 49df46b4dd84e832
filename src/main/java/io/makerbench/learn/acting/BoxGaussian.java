package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Vectors of real numbers: u = μ + σx with standard normal x, the means μ from the network, the
 * logarithms of σ free of the observation. Within bounds the environment gets a = centre + half ·
 * tanh u, and densities are those of a: log p(a) = log p(u) − log half − log(1 − tanh² u) for each
 * number. An action is kept as u, which loses nothing near the bounds.
 *
 * <p>The action that is judged is that of u = μ, the median of each number. The entropy within
 * bounds has the mean of log(1 − tanh² u) in it, taken by Gauss–Hermite quadrature.
 */
final class BoxGaussian implements ActionDistribution {
  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double LOG_TWO = Math.log(2);

  /** Positive nodes of the quadrature with 8, for the weight e^(−x²); the others mirror them. */
  private static final double[] NODES = {
    0.381186990207322117, 1.15719371244678019, 1.98165675669584293, 2.93063742025724402
  };

  private static final double[] WEIGHTS = {
    0.661147012558241291, 0.207802325814891880, 0.0170779830074134754, 0.000199604072211367619
  };

  /** Where the quadrature looks on both sides, in deviations from the mean. */
  static final double[] SIGNED_NODES =
      DoubleStream.concat(
              Arrays.stream(NODES).map(node -> Math.sqrt(2) * node),
              Arrays.stream(NODES).map(node -> -Math.sqrt(2) * node))
          .toArray();

  /** What each of them counts; the sum is 1. */
  static final double[] SHARES =
      DoubleStream.concat(Arrays.stream(WEIGHTS), Arrays.stream(WEIGHTS))
          .map(weight -> weight / Math.sqrt(Math.PI))
          .toArray();

  private final int numbers;
  private final boolean bounded;
  private final double centre;
  private final double half;
  private final double[] means;
  private final double[] logDeviations;
  private final double[] deviations;

  private BoxGaussian(int numbers, double centre, double half) {
    this.numbers = numbers;
    this.centre = centre;
    this.half = half;
    bounded = Double.isFinite(half);
    means = new double[numbers];
    logDeviations = new double[numbers];
    deviations = new double[numbers];
  }

  /** For a box that is bounded on both sides or on none. */
  static BoxGaussian of(Space.Box box) {
    if (Double.isInfinite(box.low()) != Double.isInfinite(box.high())) {
      throw new InputException(
          "Actions between %s and %s are bounded on one side only; give both bounds or none."
              .formatted(box.low(), box.high()));
    }
    return Double.isInfinite(box.low())
        ? new BoxGaussian(box.width(), 0, Double.POSITIVE_INFINITY)
        : new BoxGaussian(box.width(), (box.low() + box.high()) / 2, (box.high() - box.low()) / 2);
  }

  @Override
  public int outputs() {
    return numbers;
  }

  @Override
  public int free() {
    return numbers;
  }

  @Override
  public int width() {
    return numbers;
  }

  @Override
  public void look(float[] outputs, int at, float[] freeParameters) {
    for (int i = 0; i < numbers; i++) {
      means[i] = outputs[at + i];
      if (logDeviations[i] != freeParameters[i] || deviations[i] == 0) {
        logDeviations[i] = freeParameters[i];
        deviations[i] = Math.exp(freeParameters[i]);
      }
    }
  }

  @Override
  public void sample(RandomStream random, float[] action, int at) {
    for (int i = 0; i < numbers; i++) {
      action[at + i] = (float) (means[i] + deviations[i] * random.nextGaussian());
    }
  }

  @Override
  public void mode(float[] action, int at) {
    for (int i = 0; i < numbers; i++) {
      action[at + i] = (float) means[i];
    }
  }

  @Override
  public double logProbability(float[] action, int at) {
    double sum = relativeLogProbability(action, at) - numbers * LOG_ROOT_TWO_PI;
    for (int i = 0; bounded && i < numbers; i++) {
      sum -= Math.log(half) + logSlope(action[at + i]);
    }
    return sum;
  }

  @Override
  public double relativeLogProbability(float[] action, int at) {
    double sum = 0;
    for (int i = 0; i < numbers; i++) {
      double x = (action[at + i] - means[i]) / deviations[i];
      sum -= 0.5 * x * x + logDeviations[i];
    }
    return sum;
  }

  /** log(1 − tanh² u) without cancellation. */
  private static double logSlope(double u) {
    double size = Math.abs(u);
    return 2 * (LOG_TWO - size - Math.log1p(Math.exp(-2 * size)));
  }

  @Override
  public double entropy() {
    double sum = 0;
    for (int i = 0; i < numbers; i++) {
      sum += 0.5 + LOG_ROOT_TWO_PI + logDeviations[i];
      if (bounded) {
        sum += Math.log(half) + meanLogSlope(i);
      }
    }
    return sum;
  }

  /** Entropy of a number with a deviation of 1, before that of the bounds. */
  double entropyOfUnit() {
    return 0.5 + LOG_ROOT_TWO_PI + (bounded ? Math.log(half) : 0);
  }

  /** True where numbers are squashed into bounds. */
  boolean isBounded() {
    return bounded;
  }

  private double meanLogSlope(int i) {
    double sum = 0;
    for (int node = 0; node < NODES.length; node++) {
      double away = deviations[i] * Math.sqrt(2) * NODES[node];
      sum += WEIGHTS[node] * (logSlope(means[i] + away) + logSlope(means[i] - away));
    }
    return sum / Math.sqrt(Math.PI);
  }

  @Override
  public void gradient(
      float[] action,
      int at,
      double byLogProbability,
      double byEntropy,
      float[] gradients,
      int to,
      double[] freeGradients) {
    for (int i = 0; i < numbers; i++) {
      double x = (action[at + i] - means[i]) / deviations[i];
      double byMean = byLogProbability * x / deviations[i];
      double byDeviation = byLogProbability * (x * x - 1) + byEntropy;
      if (bounded && byEntropy != 0) {
        for (int node = 0; node < NODES.length; node++) {
          double away = deviations[i] * Math.sqrt(2) * NODES[node];
          double weight = byEntropy * WEIGHTS[node] / Math.sqrt(Math.PI);
          double above = -2 * Math.tanh(means[i] + away);
          double below = -2 * Math.tanh(means[i] - away);
          byMean += weight * (above + below);
          byDeviation += weight * (above - below) * away;
        }
      }
      gradients[to + i] = (float) byMean;
      freeGradients[i] += byDeviation;
    }
  }

  @Override
  public TensorDistribution onTensors(
      TensorWork work, NDArray outputs, NDArray freeParameters, NDArray actions) {
    return new TensorGaussian(this, work, outputs, freeParameters, actions);
  }

  @Override
  public void act(float[] action, int at, Actions actions, int copy) {
    for (int i = 0; i < numbers; i++) {
      double u = action[at + i];
      actions.continuous[copy * numbers + i] = (float) (bounded ? centre + half * Math.tanh(u) : u);
    }
  }

  @Override
  public void preferences(float[] out) {
    for (int i = 0; i < numbers; i++) {
      out[i] = (float) (bounded ? centre + half * Math.tanh(means[i]) : means[i]);
    }
  }
}
