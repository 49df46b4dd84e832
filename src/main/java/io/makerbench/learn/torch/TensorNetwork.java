package io.makerbench.learn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

/**
 * A network whose updates can stay on its device: outputs, slopes, gradient and norm are tensors,
 * and nothing comes back to the heap that is not asked for. All else is as with any network.
 */
public interface TensorNetwork extends TrainableNetwork {
  /** Begins a piece of work on the network's device. */
  TensorWork work();

  /** Numbers that have gone between the heap and the device so far. */
  Transfers transfers();

  /** Parameters of a policy beside the network, on the network's device. */
  TensorParameters parameters(TensorWork work, float[] values, float[] mean, float[] variance);

  /**
   * Outputs as they are used, rows × outputs, float; behind them the state after the last step
   * where there is memory.
   */
  NDList predict(TensorWork work, TensorInputs inputs);

  /**
   * Outputs while learning, rows × outputs, float: {@link #backward} may follow within the same
   * work.
   *
   * @param dropout where zeroes come from; not used without dropout layers
   */
  NDArray forward(TensorWork work, TensorInputs inputs, RandomStream dropout);

  /**
   * Finds the gradient of a loss by the parameters.
   *
   * @param outputs as {@link #forward} gave them
   * @param slopes of the loss by each output, float
   * @return Euclidean norm of the gradient, a scalar
   */
  NDArray backward(TensorWork work, NDArray outputs, NDArray slopes);

  /**
   * Moves the parameters against the last gradient found.
   *
   * @param scale factor of the gradient, a scalar
   */
  void step(TensorWork work, OptimiserRule rule, double learningRate, NDArray scale);
}
