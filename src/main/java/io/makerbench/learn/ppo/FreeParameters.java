package io.makerbench.learn.ppo;

import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorParameters;
import io.makerbench.learn.torch.TensorWork;
import java.util.Arrays;
import java.util.List;

/** Parameters of a policy that depend on no input, and their optimiser, as the network's. */
final class FreeParameters {
  /** Their name in a checkpoint. */
  static final String NAME = "free";

  final float[] values;
  private final float[] mean;
  private final float[] variance;

  /** Whoever finds a gradient adds it here. */
  final double[] gradient;

  private FreeParameters(float[] values, float[] mean, float[] variance) {
    this.values = values;
    this.mean = mean;
    this.variance = variance;
    gradient = new double[values.length];
  }

  static FreeParameters fresh(int number, double start) {
    float[] values = new float[number];
    Arrays.fill(values, (float) start);
    return new FreeParameters(values, new float[number], new float[number]);
  }

  /** Those of another training, with a new optimiser. */
  static FreeParameters goingOn(float[] values) {
    return new FreeParameters(values.clone(), new float[values.length], new float[values.length]);
  }

  /** As arrays of a checkpoint. */
  List<NamedArray> named() {
    return List.of(
        NamedArray.vector(NAME, values),
        NamedArray.vector("free_mean", mean),
        NamedArray.vector("free_variance", variance));
  }

  /** Those of a checkpoint. */
  static FreeParameters kept(Checkpoint checkpoint, int number) {
    return new FreeParameters(
        checkpoint.array(NAME, number),
        checkpoint.array("free_mean", number),
        checkpoint.array("free_variance", number));
  }

  /** As tensors, to learn with elsewhere. */
  TensorParameters onTensors(TensorWork work, TensorNetwork network) {
    return network.parameters(work, values, mean, variance);
  }

  /**
   * Takes over what was learnt elsewhere.
   *
   * @param learnt values, means and variances one behind the other
   * @param at where they begin
   */
  void take(double[] learnt, int at) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) learnt[at + i];
      mean[i] = (float) learnt[at + values.length + i];
      variance[i] = (float) learnt[at + 2 * values.length + i];
    }
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
  void step(OptimiserRule rule, double learningRate, double gradientScale, long step) {
    double meanCorrection = rule.meanCorrection(step);
    double varianceCorrection = rule.varianceCorrection(step);
    for (int i = 0; i < values.length; i++) {
      double slope = gradient[i] * gradientScale;
      mean[i] = (float) (rule.beta1() * mean[i] + (1 - rule.beta1()) * slope);
      variance[i] = (float) (rule.beta2() * variance[i] + (1 - rule.beta2()) * slope * slope);
      double root = Math.sqrt(variance[i] / varianceCorrection) + rule.epsilon();
      values[i] -= (float) (learningRate * mean[i] / meanCorrection / root);
    }
  }
}
