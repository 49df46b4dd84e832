package io.makerbench.learn.net;

/**
 * Adam with decoupled weight decay, as PyTorch defines AdamW (Kingma and Ba, 2015; Loshchilov and
 * Hutter, 2019).
 *
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of their squares
 * @param epsilon added to the root of the latter
 * @param weightDecay share of a parameter taken off, times the learning rate
 */
public record AdamRule(double beta1, double beta2, double epsilon, double weightDecay) {
  /** Adam without decay and with the ε given. */
  public static AdamRule adam(double epsilon) {
    return new AdamRule(0.9, 0.999, epsilon, 0);
  }
}
