package io.makerbench.learn.net;

/**
 * How parameters follow their gradient g: by m ← β₁m + (1 − β₁)g and v ← β₂v + (1 − β₂)g² a
 * parameter moves by −rate × m / (√v + ε), after a share of it is taken off. With corrected moments
 * that is AdamW as PyTorch defines it (Kingma and Ba, 2015; Loshchilov and Hutter, 2019); with β₁ =
 * 0 and moments as they are it is RMSProp (Tieleman and Hinton, 2012).
 *
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of their squares
 * @param epsilon added to the root of the latter
 * @param weightDecay share of a parameter taken off, times the learning rate
 * @param moments what is done about their beginning
 */
public record OptimiserRule(
    double beta1, double beta2, double epsilon, double weightDecay, Moments moments) {
  /** What is done about means that begin at 0. */
  public enum Moments {
    /** They are divided by the weight that they have so far, 1 − βⁿ. */
    CORRECTED,
    /** Nothing. */
    PLAIN
  }

  /** Adam without decay and with the ε given. */
  public static OptimiserRule adam(double epsilon) {
    return adamW(epsilon, 0);
  }

  /** Adam with decoupled weight decay. */
  public static OptimiserRule adamW(double epsilon, double weightDecay) {
    return new OptimiserRule(0.9, 0.999, epsilon, weightDecay, Moments.CORRECTED);
  }

  /**
   * RMSProp, not centred and without momentum.
   *
   * @param alpha decay of the mean of squares
   */
  public static OptimiserRule rmsProp(double alpha, double epsilon) {
    return new OptimiserRule(0, alpha, epsilon, 0, Moments.PLAIN);
  }

  /** What the mean of gradients is divided by after this many updates. */
  public double meanCorrection(long steps) {
    return correction(beta1, steps);
  }

  /** What the mean of squares is divided by after this many updates. */
  public double varianceCorrection(long steps) {
    return correction(beta2, steps);
  }

  private double correction(double beta, long steps) {
    return moments == Moments.CORRECTED ? 1 - StrictMath.pow(beta, steps) : 1;
  }
}
