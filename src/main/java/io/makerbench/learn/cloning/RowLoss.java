package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import io.makerbench.learn.torch.TensorWork;

/**
 * What a row of a network's outputs loses against what an expert did. Not safe for several threads.
 */
sealed interface RowLoss permits ChoiceLoss, NumbersLoss, MixedLoss {
  /** Numbers of a row it reads. */
  int outputs();

  /** Numbers in which an expert's action is kept. */
  int targets();

  /**
   * The loss of a row.
   *
   * @param outputs rows of outputs
   * @param at first number of the row
   * @param targets what the expert did
   * @param targetAt where that begins
   * @param weight factor of the loss
   * @param gradients receives the slopes of the weighted loss by the outputs, set and not added to
   * @param to where the row begins there
   * @return the weighted loss
   */
  double of(
      float[] outputs,
      int at,
      float[] targets,
      int targetAt,
      double weight,
      float[] gradients,
      int to);

  /**
   * The losses of many rows on a device.
   *
   * @param outputs rows × {@link #outputs}, double
   * @param targets rows × {@link #targets}, double
   */
  TensorRowLoss onTensors(TensorWork work, NDArray outputs, NDArray targets);

  /**
   * What a policy does whose outputs these are, as demonstrations have it, rows × {@link #targets},
   * double.
   *
   * @param outputs rows × {@link #outputs}, double
   */
  NDArray decide(TensorWork work, NDArray outputs);
}
