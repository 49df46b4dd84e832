package io.makerbench.learn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.makerbench.learn.net.OptimiserRule;

/** Parameters on a device with the two moments of their optimiser; vectors of 32-bit floats. */
public final class TensorParameters {
  private static final float NO_CLIP = -1;

  private final NDArray values;
  private final NDArray mean;
  private final NDArray variance;

  TensorParameters(NDArray values, NDArray mean, NDArray variance) {
    this.values = values;
    this.mean = mean;
    this.variance = variance;
  }

  /** The parameters. */
  public NDArray values() {
    return values;
  }

  /** First moments of the gradient. */
  public NDArray mean() {
    return mean;
  }

  /** Second moments of the gradient. */
  public NDArray variance() {
    return variance;
  }

  /**
   * Moves the parameters against a gradient.
   *
   * @param scale factor of the gradient, a scalar
   * @param step number of this update, from 1
   */
  public void step(
      OptimiserRule rule, double learningRate, NDArray gradient, NDArray scale, long step) {
    try (NDArray scaled = gradient.mul(scale)) {
      step(rule, learningRate, scaled, 1, step);
    }
  }

  void step(OptimiserRule rule, double learningRate, NDArray gradient, double scale, long step) {
    double meanCorrection = rule.meanCorrection(step);
    double rootCorrection = Math.sqrt(rule.varianceCorrection(step));
    // The native step divides by √v + ε without correcting v; correcting ε instead is the same.
    JniUtils.adamUpdate(
        (PtNDArray) values,
        (PtNDArray) gradient,
        (PtNDArray) mean,
        (PtNDArray) variance,
        (float) learningRate,
        (float) (learningRate * rootCorrection / meanCorrection),
        (float) rule.weightDecay(),
        (float) scale,
        NO_CLIP,
        (float) rule.beta1(),
        (float) rule.beta2(),
        (float) (rule.epsilon() * rootCorrection),
        true);
  }
}
