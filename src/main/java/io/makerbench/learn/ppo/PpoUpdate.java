package io.makerbench.learn.ppo;

import java.util.Map;

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

  /** True where training can go on from. */
  boolean isFinite() {
    return Double.isFinite(policyLoss)
        && Double.isFinite(valueLoss)
        && Double.isFinite(gradientNorm);
  }

  /** As columns of metrics. */
  void put(Map<String, Double> row) {
    row.put("policy_loss", policyLoss);
    row.put("value_loss", valueLoss);
    row.put("entropy", entropy);
    row.put("kl", divergence);
    row.put("clip_fraction", clipFraction);
    row.put("grad_norm", gradientNorm);
    if (Double.isFinite(explainedVariance)) {
      row.put("explained_variance", explainedVariance);
    }
  }
}
