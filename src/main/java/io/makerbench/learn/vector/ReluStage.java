package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/** max(0, x). */
final class ReluStage implements Stage {
  private final Rows output;
  private final Rows gradient;

  ReluStage(int width) {
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
      Lanes.load(in.values, at).max(0).intoArray(output.values, at);
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs inputs) {
    if (inGradient == null) {
      return;
    }
    inGradient.reserve(inputs.rows());
    FloatVector zero = FloatVector.zero(Lanes.SPECIES);
    for (int at = 0; at < inputs.rows() * output.width; at += Lanes.WIDTH) {
      FloatVector out = Lanes.load(output.values, at);
      zero.blend(Lanes.load(gradient.values, at), out.compare(VectorOperators.GT, 0))
          .intoArray(inGradient.values, at);
    }
  }
}
