package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** Zeroes a share of the values while learning and scales the others up. */
final class DropoutStage implements Stage {
  private final double rate;
  private final int used;
  private final Rows output;
  private final Rows gradient;
  private final Rows factors;

  /**
   * @param used numbers in a row that are not padding
   */
  DropoutStage(double rate, int used) {
    this.rate = rate;
    this.used = used;
    output = new Rows(Lanes.pad(used));
    gradient = new Rows(output.width);
    factors = new Rows(output.width);
  }

  @Override
  public Rows output() {
    return output;
  }

  @Override
  public Rows gradient() {
    return gradient;
  }

  @Override
  public void forward(Rows in, Inputs inputs) {
    output.reserve(inputs.rows());
    System.arraycopy(in.values, 0, output.values, 0, inputs.rows() * output.width);
  }

  @Override
  public void learn(Rows in, Inputs inputs, RandomStream dropout) {
    output.reserve(inputs.rows());
    factors.reserve(inputs.rows());
    float kept = (float) (1 / (1 - rate));
    for (int row = 0; row < inputs.rows(); row++) {
      for (int i = 0, at = row * output.width; i < used; i++, at++) {
        factors.values[at] = dropout.nextDouble() < rate ? 0 : kept;
        output.values[at] = in.values[at] * factors.values[at];
      }
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs inputs) {
    if (inGradient == null) {
      return;
    }
    inGradient.reserve(inputs.rows());
    for (int at = 0; at < inputs.rows() * output.width; at++) {
      inGradient.values[at] = gradient.values[at] * factors.values[at];
    }
  }
}
