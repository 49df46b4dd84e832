package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.random.RandomStream;

/**
 * Passages over a rollout: minibatches, losses, gradients and steps, where the network's engine has
 * them. {@link #begin}, then passages, then {@link #end}.
 */
sealed interface PpoUpdates permits HostUpdates, TensorUpdates {
  /** By how much a divergence may exceed the target, as in the reference. */
  double DIVERGENCE_TOLERANCE = 1.5;

  /** Added to the norm that divides, as PyTorch does. */
  double NORM_EPSILON = 1e-6;

  /** Those of a network's engine. */
  static PpoUpdates of(
      PpoConfig config,
      ActionDistribution distribution,
      TrainableNetwork network,
      FreeParameters free,
      Rollout rollout,
      RandomStream dropout,
      int threads) {
    return network instanceof TensorNetwork tensors
        ? new TensorUpdates(config, distribution, tensors, free, rollout, dropout)
        : new HostUpdates(config, distribution, network, free, rollout, dropout, threads);
  }

  /**
   * Takes in a full rollout with its advantages and returns.
   *
   * @param valueMean by what the values that the network gives are shifted
   * @param valueDeviation by what they are scaled
   * @param steps steps of the optimiser so far
   */
  void begin(Rates rates, double valueMean, double valueDeviation, long steps);

  /**
   * Learns from every row once, in minibatches.
   *
   * @return false where the policy has moved far enough, so that the update ends
   */
  boolean passage(RandomStream shuffling);

  /** What was found since the beginning. */
  Sums end();

  /**
   * What minibatches found, added up.
   *
   * @param entropy of the first one, before the update
   * @param clipFraction shares of rows
   * @param gradientNorm over those learnt from
   * @param minibatches those looked at
   * @param learnt those learnt from
   */
  record Sums(
      double policyLoss,
      double valueLoss,
      double entropy,
      double divergence,
      double clipFraction,
      double gradientNorm,
      int minibatches,
      int learnt) {}
}
