package io.makerbench.learn.ppo;

import java.util.List;

/**
 * What an update found, as means over its minibatches.
 *
 * @param policyLoss the policy's part of the loss
 * @param valueLoss mean squared error of the values
 * @param entropy entropy of the policy before the update, in nats
 * @param divergence of the old policy from the new, in nats
 * @param clipFraction share of rows whose ratio lay beyond the clip range
 * @param gradientNorm norm of the gradient before it was clipped
 * @param explainedVariance share of the variance of returns that the values explained before
 * @param minibatches minibatches learnt from
 */
record PpoUpdate(
    double policyLoss,
    double valueLoss,
    double entropy,
    double divergence,
    double clipFraction,
    double gradientNorm,
    double explainedVariance,
    int minibatches) {
  /** Columns of metrics. */
  static final List<String> COLUMNS =
      List.of(
          "policy_loss",
          "value_loss",
          "entropy",
          "kl",
          "clip_fraction",
          "explained_variance",
          "grad_norm");

  /** The means of what minibatches found. */
  static PpoUpdate of(PpoUpdates.Sums sums, double explainedVariance) {
    int minibatches = sums.minibatches();
    return new PpoUpdate(
        sums.policyLoss() / minibatches,
        sums.valueLoss() / minibatches,
        sums.entropy(),
        sums.divergence() / minibatches,
        sums.clipFraction() / minibatches,
        sums.gradientNorm() / minibatches,
        explainedVariance,
        minibatches);
  }

  /** True where training can go on from. */
  boolean isFinite() {
    return Double.isFinite(policyLoss)
        && Double.isFinite(valueLoss)
        && Double.isFinite(gradientNorm);
  }

  /** Its figures in the order of {@link #COLUMNS}. */
  double[] figures() {
    return new double[] {
      policyLoss, valueLoss, entropy, divergence, clipFraction, explainedVariance, gradientNorm
    };
  }
}
