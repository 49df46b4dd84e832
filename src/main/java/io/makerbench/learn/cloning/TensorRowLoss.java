package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import io.makerbench.learn.torch.TensorWork;

/**
 * What a {@link RowLoss} of weight 1 is for each row of a minibatch on a device, in doubles.
 *
 * @param losses rows × 1
 * @param slopes by the outputs, rows × outputs
 */
record TensorRowLoss(NDArray losses, NDArray slopes) {
  /** The same with another weight of all rows. */
  TensorRowLoss times(TensorWork work, double weight) {
    NDArray factor = work.scalar(weight);
    return new TensorRowLoss(losses.mul(factor), slopes.mul(factor));
  }
}
