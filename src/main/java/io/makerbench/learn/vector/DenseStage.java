package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Slot;
import org.jspecify.annotations.Nullable;

/** y = Wx + b. */
final class DenseStage implements Stage {
  private final Parameters parameters;
  private final int weights;
  private final int bias;
  private final int inputs;
  private final int outputs;
  private final Rows output;
  private final Rows gradient;
  private final MatrixProduct product = new MatrixProduct();
  private final float[] zeroes;
  private float[] transposed = {};

  DenseStage(Slot weight, Slot bias, Parameters parameters) {
    this.parameters = parameters;
    weights = parameters.add(weight, 1);
    this.bias = parameters.add(bias, 1);
    outputs = weight.shape()[0];
    inputs = weight.shape()[1];
    output = new Rows(Lanes.pad(outputs));
    gradient = new Rows(output.width);
    zeroes = new float[Math.max(output.width, Lanes.pad(inputs))];
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
  public void forward(Rows in, Inputs given) {
    output.reserve(given.rows());
    product
        .left(in.values, 0, in.width, 1)
        .right(parameters.values, weights, output.width)
        .plus(parameters.values, bias)
        .into(output.values, 0, output.width, given.rows(), output.width, inputs);
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs given) {
    product
        .left(in.values, 0, 1, in.width)
        .right(gradient.values, 0, output.width)
        .plus(zeroes, 0)
        .into(parameters.gradient, weights, output.width, inputs, output.width, given.rows());
    Lanes.sumOfRows(gradient.values, given.rows(), output.width, parameters.gradient, bias);
    if (inGradient != null) {
      transpose(inGradient.width);
      inGradient.reserve(given.rows());
      product
          .left(gradient.values, 0, output.width, 1)
          .right(transposed, 0, inGradient.width)
          .into(inGradient.values, 0, inGradient.width, given.rows(), inGradient.width, outputs);
    }
  }

  private void transpose(int row) {
    if (transposed.length == 0) {
      transposed = new float[outputs * row];
    }
    for (int i = 0; i < inputs; i++) {
      for (int o = 0, from = weights + i * output.width; o < outputs; o++) {
        transposed[o * row + i] = parameters.values[from + o];
      }
    }
  }
}
