package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import io.makerbench.env.Actions;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import org.hipparchus.special.Gamma;

/**
 * Shares of a whole by Dirichlet's distribution with concentrations α = 1 + log(1 + e^output): at
 * least 1, so that the density is finite everywhere and has a mode, (α − 1) / Σ(α − 1).
 */
final class DirichletShares implements ActionDistribution {
  /** Least share that is drawn, so that logarithms stay finite. */
  private static final float LEAST_SHARE = 1e-8f;

  private final int shares;
  private final double[] concentrations;
  private final double[] slopes;
  private double total;

  DirichletShares(int shares) {
    this.shares = shares;
    concentrations = new double[shares];
    slopes = new double[shares];
  }

  @Override
  public int outputs() {
    return shares;
  }

  @Override
  public int free() {
    return 0;
  }

  @Override
  public int width() {
    return shares;
  }

  @Override
  public void look(float[] outputs, int at, float[] freeParameters) {
    total = 0;
    for (int i = 0; i < shares; i++) {
      double output = outputs[at + i];
      double small = Math.exp(-Math.abs(output));
      concentrations[i] = 1 + Math.max(output, 0) + Math.log1p(small);
      slopes[i] = (output >= 0 ? 1 : small) / (1 + small);
      total += concentrations[i];
    }
  }

  @Override
  public void sample(RandomStream random, float[] action, int at) {
    double sum = 0;
    for (int i = 0; i < shares; i++) {
      double drawn = gamma(random, concentrations[i]);
      action[at + i] = (float) drawn;
      sum += drawn;
    }
    for (int i = 0; i < shares; i++) {
      action[at + i] = Math.max(LEAST_SHARE, (float) (action[at + i] / sum));
    }
  }

  /** A gamma-distributed number for a shape of at least 1 (Marsaglia and Tsang, 2000). */
  private static double gamma(RandomStream random, double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      double u = random.nextDouble();
      v = v * v * v;
      if (v > 0 && Math.log(1 - u) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  @Override
  public void mode(float[] action, int at) {
    for (int i = 0; i < shares; i++) {
      action[at + i] = (float) ((concentrations[i] - 1) / (total - shares));
    }
  }

  @Override
  public double logProbability(float[] action, int at) {
    double sum = Gamma.logGamma(total);
    for (int i = 0; i < shares; i++) {
      sum -= Gamma.logGamma(concentrations[i]);
      sum += (concentrations[i] - 1) * Math.log(action[at + i]);
    }
    return sum;
  }

  @Override
  public double entropy() {
    double sum = (total - shares) * GammaSlopes.first(total) - Gamma.logGamma(total);
    for (double concentration : concentrations) {
      sum += Gamma.logGamma(concentration) - (concentration - 1) * GammaSlopes.first(concentration);
    }
    return sum;
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
    double ofTotal = GammaSlopes.first(total);
    double entropyOfTotal = byEntropy == 0 ? 0 : (total - shares) * GammaSlopes.second(total);
    for (int i = 0; i < shares; i++) {
      double own = concentrations[i];
      double slope =
          byLogProbability * (ofTotal - GammaSlopes.first(own) + Math.log(action[at + i]));
      if (byEntropy != 0) {
        slope += byEntropy * (entropyOfTotal - (own - 1) * GammaSlopes.second(own));
      }
      gradients[to + i] = (float) (slope * slopes[i]);
    }
  }

  @Override
  public TensorDistribution onTensors(
      TensorWork work, NDArray outputs, NDArray freeParameters, NDArray actions) {
    return new TensorDirichlet(work, outputs, actions);
  }

  @Override
  public void act(float[] action, int at, Actions actions, int copy) {
    System.arraycopy(action, at, actions.continuous, copy * shares, shares);
  }

  @Override
  public void preferences(float[] out) {
    mode(out, 0);
  }
}
