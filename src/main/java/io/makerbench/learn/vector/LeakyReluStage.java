package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/** x above 0, a hundredth of it below. */
final class LeakyReluStage implements Stage {
  private final Rows output;
  private final Rows gradient;

  LeakyReluStage(int width) {
    output = new Rows(width);
    gradient = new Rows(width);
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
    for (int at = 0; at < inputs.rows() * output.width; at += Lanes.WIDTH) {
      FloatVector x = Lanes.load(in.values, at);
      x.max(x.mul(Layer.LeakyRelu.SLOPE)).intoArray(output.values, at);
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs inputs) {
    if (inGradient == null) {
      return;
    }
    inGradient.reserve(inputs.rows());
    for (int at = 0; at < inputs.rows() * output.width; at += Lanes.WIDTH) {
      FloatVector out = Lanes.load(output.values, at);
      FloatVector by = Lanes.load(gradient.values, at);
      by.mul(Layer.LeakyRelu.SLOPE)
          .blend(by, out.compare(VectorOperators.GT, 0))
          .intoArray(inGradient.values, at);
    }
  }
}
