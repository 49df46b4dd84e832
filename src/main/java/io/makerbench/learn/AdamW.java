package io.makerbench.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * AdamW (Loshchilov and Hutter, 2019) on one flat array, as PyTorch defines it, with moments that
 * can be saved.
 */
final class AdamW {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;
  private static final float NO_CLIP = -1;

  private final double learningRate;
  private final double weightDecay;
  private final NDArray mean;
  private final NDArray variance;
  private long steps;

  /**
   * @param mean first moments, updated in place
   * @param variance second moments, updated in place
   * @param steps steps made with these moments
   */
  AdamW(double learningRate, double weightDecay, NDArray mean, NDArray variance, long steps) {
    this.learningRate = learningRate;
    this.weightDecay = weightDecay;
    this.mean = mean;
    this.variance = variance;
    this.steps = steps;
  }

  /**
   * Moves the parameters against a gradient.
   *
   * @param scale factor of the gradient
   */
  void step(NDArray parameters, NDArray gradient, double scale) {
    steps++;
    double meanCorrection = 1 - StrictMath.pow(BETA1, steps);
    double rootCorrection = Math.sqrt(1 - StrictMath.pow(BETA2, steps));
    // The native step divides by √v + ε without correcting v; correcting ε instead is the same.
    JniUtils.adamUpdate(
        (PtNDArray) parameters,
        (PtNDArray) gradient,
        (PtNDArray) mean,
        (PtNDArray) variance,
        (float) learningRate,
        (float) (learningRate * rootCorrection / meanCorrection),
        (float) weightDecay,
        (float) scale,
        NO_CLIP,
        BETA1,
        BETA2,
        (float) (EPSILON * rootCorrection),
        true);
  }

  float[] mean() {
    return mean.toFloatArray();
  }

  float[] variance() {
    return variance.toFloatArray();
  }

  long steps() {
    return steps;
  }
}
