package io.makerbench.learn.watch;

import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * The hidden units of a network on rows of observations, layer by layer, to find those that no
 * gradient passes whatever they see: a ReLU that is never above 0, a tanh that is always at an end.
 */
final class HiddenUnits {
  /** Beyond this a tanh has no slope to speak of. */
  private static final double SATURATED = 0.999;

  private final float[] parameters;
  private final int rows;
  private int at;
  private double worst;

  private HiddenUnits(float[] parameters, int rows) {
    this.parameters = parameters;
    this.rows = rows;
  }

  /**
   * Share of dead units in the layer that has most of them; 0 for a network with memory, whose
   * units see more than a row.
   *
   * @param observations rows of observations
   * @param counted branches whose layers count, beside those of the trunk
   */
  static double deadShare(NetworkPolicy policy, float[] observations, Predicate<Branch> counted) {
    NetworkShape shape = policy.shape();
    int rows = observations.length / shape.inputs();
    if (rows == 0 || shape.stateWidth() > 0) {
      return 0;
    }
    float[] seen = observations.clone();
    ObservationScale scale = policy.scale();
    if (scale != null) {
      scale.apply(observations, 0, seen, 0, rows);
    }
    HiddenUnits units = new HiddenUnits(policy.parameters(), rows);
    double[] inputs = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      inputs[i] = seen[i];
    }
    double[] trunk = units.run(shape.trunk(), inputs);
    double worst = units.worst;
    for (Branch branch : shape.branches()) {
      units.worst = 0;
      units.run(branch.layers(), trunk); // also of one that does not count: parameters follow
      worst = counted.test(branch) ? Math.max(worst, units.worst) : worst;
    }
    return worst;
  }

  private double[] run(List<Layer> layers, double[] from) {
    double[] values = from;
    for (Layer layer : layers) {
      values =
          switch (layer) {
            case Layer.Dense dense -> dense(values, dense.units());
            case Layer.Norm _ -> norm(values);
            case Layer.Relu _ -> relu(values);
            case Layer.LeakyRelu _ -> leaky(values);
            case Layer.Tanh _ -> tanh(values);
            case Layer.Dropout _ -> values;
            case Layer.Gru _ -> throw new IllegalArgumentException("A network with memory.");
          };
    }
    return values;
  }

  private double[] dense(double[] from, int units) {
    int inputs = from.length / rows;
    int bias = at + units * inputs;
    double[] to = new double[rows * units];
    for (int row = 0; row < rows; row++) {
      for (int unit = 0; unit < units; unit++) {
        double sum = parameters[bias + unit];
        for (int i = 0; i < inputs; i++) {
          sum += parameters[at + unit * inputs + i] * from[row * inputs + i];
        }
        to[row * units + unit] = sum;
      }
    }
    at = bias + units;
    return to;
  }

  private double[] norm(double[] from) {
    int width = from.length / rows;
    double[] to = new double[from.length];
    for (int row = 0; row < rows; row++) {
      double mean = 0;
      double variance = 0;
      for (int i = 0; i < width; i++) {
        mean += from[row * width + i] / width;
      }
      for (int i = 0; i < width; i++) {
        double away = from[row * width + i] - mean;
        variance += away * away / width;
      }
      double scale = 1 / Math.sqrt(variance + Layer.Norm.EPSILON);
      for (int i = 0; i < width; i++) {
        double own = (from[row * width + i] - mean) * scale;
        to[row * width + i] = own * parameters[at + i] + parameters[at + width + i];
      }
    }
    at += 2 * width;
    return to;
  }

  private double[] relu(double[] from) {
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = Math.max(0, from[i]);
    }
    count(to, value -> value == 0);
    return to;
  }

  /** It has a slope everywhere, so that none of its units is ever dead. */
  private static double[] leaky(double[] from) {
    return Arrays.stream(from).map(x -> x > 0 ? x : Layer.LeakyRelu.SLOPE * x).toArray();
  }

  private double[] tanh(double[] from) {
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = StrictMath.tanh(from[i]);
    }
    count(to, value -> Math.abs(value) >= SATURATED);
    return to;
  }

  /** Counts units that have no slope in any row. */
  private void count(double[] values, DoublePredicate flat) {
    int width = values.length / rows;
    int dead = 0;
    for (int unit = 0; unit < width; unit++) {
      boolean always = true;
      for (int row = 0; row < rows; row++) {
        always &= flat.test(values[row * width + unit]);
      }
      dead += always ? 1 : 0;
    }
    worst = Math.max(worst, (double) dead / width);
  }
}
