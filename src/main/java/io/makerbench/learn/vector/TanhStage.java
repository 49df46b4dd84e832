package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** tanh x. */
final class TanhStage implements Stage {
  private final Rows output;
  private final Rows gradient;

  TanhStage(int width) {
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
      Lanes.tanh(Lanes.load(in.values, at)).intoArray(output.values, at);
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs inputs) {
    if (inGradient == null) {
      return;
    }
    inGradient.reserve(inputs.rows());
    FloatVector one = Lanes.all(1);
    for (int at = 0; at < inputs.rows() * output.width; at += Lanes.WIDTH) {
      FloatVector out = Lanes.load(output.values, at);
      FloatVector slope = out.neg().fma(out, one);
      slope.mul(Lanes.load(gradient.values, at)).intoArray(inGradient.values, at);
    }
  }
}
