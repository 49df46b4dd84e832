package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * One layer at work. Rows of its outputs and of their gradients are padded with zeroes to a
 * multiple of {@link Lanes#BLOCK}.
 */
sealed interface Stage
    permits DenseStage, DropoutStage, GruStage, LeakyReluStage, NormStage, ReluStage, TanhStage {
  /** What the last forward pass gave. */
  Rows output();

  /** Gradient of the loss by the outputs; whoever reads them writes it. */
  Rows gradient();

  /** Reckons the outputs; {@code inputs} tells rows, steps and sequences. */
  void forward(Rows in, Inputs inputs);

  /** As {@link #forward} while learning, where that is something else. */
  default void learn(Rows in, Inputs inputs, RandomStream dropout) {
    forward(in, inputs);
  }

  /**
   * From {@link #gradient}, finds the gradients by the parameters and by the inputs.
   *
   * @param inGradient receives the latter; null where nobody asks
   */
  void backward(Rows in, @Nullable Rows inGradient, Inputs inputs);
}
