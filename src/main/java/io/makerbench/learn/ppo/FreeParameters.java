package io.makerbench.learn.ppo;

import io.makerbench.learn.net.AdamRule;
import java.util.Arrays;

/** Parameters of a policy that depend on no input, and their optimiser: Adam, as the network's. */
final class FreeParameters {
  final float[] values;
  final float[] mean;
  final float[] variance;

  /** Whoever finds a gradient adds it here. */
  final double[] gradient;

  FreeParameters(int number, double start) {
    values = new float[number];
    Arrays.fill(values, (float) start);
    mean = new float[number];
    variance = new float[number];
    gradient = new double[number];
  }

  double squares() {
    double sum = 0;
    for (double slope : gradient) {
      sum += slope * slope;
    }
    return sum;
  }

  /**
   * Moves the parameters against the gradient.
   *
   * @param step number of this update, from 1
   */
  void step(AdamRule rule, double learningRate, double gradientScale, long step) {
    double meanCorrection = 1 - StrictMath.pow(rule.beta1(), step);
    double varianceCorrection = 1 - StrictMath.pow(rule.beta2(), step);
    for (int i = 0; i < values.length; i++) {
      double slope = gradient[i] * gradientScale;
      mean[i] = (float) (rule.beta1() * mean[i] + (1 - rule.beta1()) * slope);
      variance[i] = (float) (rule.beta2() * variance[i] + (1 - rule.beta2()) * slope * slope);
      double root = Math.sqrt(variance[i] / varianceCorrection) + rule.epsilon();
      values[i] -= (float) (learningRate * mean[i] / meanCorrection / root);
    }
  }
}
