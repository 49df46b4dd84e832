package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;

/**
 * The {@link ActionDistribution}s of all rows of a minibatch and the actions that were taken, on
 * the tensors of a device, in doubles. All formulas are those of the distribution of one row.
 */
public sealed interface TensorDistribution
    permits TensorCategorical, TensorMultiCategorical, TensorGaussian, TensorDirichlet {
  /** See {@link ActionDistribution#relativeLogProbability}; rows × 1. */
  NDArray relativeLogProbabilities();

  /** Entropies in nats, rows × 1. */
  NDArray entropies();

  /**
   * Slopes of a loss by the outputs, rows × outputs.
   *
   * @param byLogProbabilities slopes by the log-probability of each action, rows × 1
   * @param byEntropy slope by the entropy of each row
   */
  NDArray slopes(NDArray byLogProbabilities, double byEntropy);

  /** Slopes by the free parameters, summed over the rows; asked for where there are any. */
  NDArray freeSlopes(NDArray byLogProbabilities, double byEntropy);
}
