package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.Slot;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parameters before learning: weights are orthogonal matrices (Saxe and others, 2014) times a gain,
 * biases 0, scales of norms 1. The gain is √2 for hidden layers, 0.01 for the policy's outputs, so
 * that all actions start out alike, and 1 for the value and for each gate of a recurrent unit.
 */
public final class OrthogonalStart {
  private static final double HIDDEN_GAIN = Math.sqrt(2);
  private static final double POLICY_GAIN = 0.01;

  private final RandomStream random;
  private final float[] parameters;
  private final List<Slot> slots;
  private int next;

  private OrthogonalStart(NetworkShape shape, RandomStream random) {
    this.random = random;
    slots = shape.slots();
    parameters = new float[shape.size()];
  }

  /** Draws the parameters of a network. */
  public static float[] draw(NetworkShape shape, RandomStream random) {
    OrthogonalStart start = new OrthogonalStart(shape, random);
    start.fill(shape.trunk(), HIDDEN_GAIN);
    for (Branch branch : shape.branches()) {
      start.fill(branch.layers(), branch.name().equals(DistributionRule.BRANCH) ? POLICY_GAIN : 1);
    }
    return start.parameters;
  }

  private void fill(List<Layer> layers, double lastGain) {
    for (int i = 0; i < layers.size(); i++) {
      double gain = i == layers.size() - 1 ? lastGain : HIDDEN_GAIN;
      switch (layers.get(i)) {
        case Layer.Dense dense -> {
          matrix(1, gain);
          next++; // the bias stays 0
        }
        case Layer.Norm norm -> {
          Slot scale = slots.get(next);
          Arrays.fill(parameters, scale.offset(), scale.offset() + scale.length(), 1);
          next += 2;
        }
        case Layer.Gru gru -> {
          matrix(Layer.Gru.GATES, 1);
          matrix(Layer.Gru.GATES, 1);
          next += 2;
        }
        case Layer.Relu relu -> {}
        case Layer.LeakyRelu leaky -> {}
        case Layer.Tanh tanh -> {}
        case Layer.Dropout dropout -> {}
      }
    }
  }

  private void matrix(int groups, double gain) {
    Slot slot = slots.get(next++);
    int rows = slot.shape()[0] / groups;
    int columns = slot.shape()[1];
    for (int group = 0; group < groups; group++) {
      double[][] weights = orthogonal(rows, columns);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int at = slot.offset() + (group * rows + row) * columns + column;
          parameters[at] = (float) (gain * weights[row][column]);
        }
      }
    }
  }

  /** A random matrix whose rows, or columns where they are fewer, are orthonormal. */
  private double[][] orthogonal(int rows, int columns) {
    List<double[]> basis = new ArrayList<>();
    int length = Math.max(rows, columns);
    while (basis.size() < Math.min(rows, columns)) {
      double[] vector = new double[length];
      Arrays.setAll(vector, i -> random.nextGaussian());
      // Twice is enough for orthogonality to the last bits (Giraud and others, 2005).
      basis.forEach(other -> removePart(vector, other));
      basis.forEach(other -> removePart(vector, other));
      double norm = Math.sqrt(dot(vector, vector));
      for (int i = 0; i < length; i++) {
        vector[i] /= norm;
      }
      basis.add(vector);
    }
    double[][] matrix = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix[row][column] = rows <= columns ? basis.get(row)[column] : basis.get(column)[row];
      }
    }
    return matrix;
  }

  private static void removePart(double[] vector, double[] unit) {
    double part = dot(vector, unit);
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= part * unit[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
