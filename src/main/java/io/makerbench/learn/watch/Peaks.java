package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The largest gradient and loss of a training's periods so far. */
final class Peaks {
  private double gradient;
  private double loss;

  /** The loss of a period that gradients come from. */
  static double loss(Period period) {
    double values = period.mean("value_loss");
    return Double.isNaN(values) ? period.mean("loss") : values;
  }

  /** Takes a period in. */
  void add(Period period) {
    gradient = Math.max(gradient, orZero(period.mean("grad_norm")));
    loss = Math.max(loss, orZero(loss(period)));
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  double gradient() {
    return gradient;
  }

  double loss() {
    return loss;
  }

  /** True while there is something left to learn: the loss is not all but gone. */
  boolean lossIsLeft(Period period, double share) {
    return loss(period) > share * loss;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(gradient);
    out.writeDouble(loss);
  }

  void restore(DataInput in) throws IOException {
    gradient = in.readDouble();
    loss = in.readDouble();
  }
}
