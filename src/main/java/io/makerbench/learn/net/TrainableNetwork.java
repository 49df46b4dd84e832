package io.makerbench.learn.net;

import io.makerbench.random.RandomStream;

/**
 * A network with its parameters and optimiser on an engine. What is to be learnt comes from outside
 * as the gradient of a loss by the outputs, so that every engine learns the same losses.
 *
 * <p>One thread at a time. Buffers grow to the largest input; afterwards nothing is allocated on
 * the heap.
 */
public interface TrainableNetwork extends AutoCloseable {
  /** What it is. */
  NetworkShape shape();

  /**
   * Outputs as they are used: nothing is dropped out, nothing is kept for {@link #backward}.
   *
   * @param outputs receives rows × outputs
   * @param stateAfter receives the state after the last step, sequences × state width; may be the
   *     array of the state before. Ignored without memory.
   */
  void predict(Inputs inputs, float[] outputs, float[] stateAfter);

  /**
   * Outputs while learning: {@link #backward} may follow.
   *
   * @param outputs receives rows × outputs
   * @param dropout where zeroes come from; not used without dropout layers
   */
  void forward(Inputs inputs, float[] outputs, RandomStream dropout);

  /**
   * Finds the gradient of a loss by the parameters, for the inputs of the last {@link #forward}.
   *
   * @param outputGradients gradient of the loss by each output, rows × outputs
   * @return its Euclidean norm
   */
  double backward(float[] outputGradients);

  /** The last gradient found, in the layout of {@link NetworkShape#slots}. */
  float[] gradient();

  /**
   * Moves the parameters against the last gradient found.
   *
   * @param gradientScale factor of the gradient, less than one where it is clipped
   */
  void step(OptimiserRule rule, double learningRate, double gradientScale);

  /** Moves the parameters a share of the way to those of a network of the same engine and shape. */
  void follow(TrainableNetwork leader, double share);

  /** A copy of all that the next update depends on. */
  NetworkState state();

  /** Takes over a state. */
  void restore(NetworkState state);

  @Override
  void close();
}
