package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The level a positive figure usually has of late: its geometric mean, the past fading. */
final class RunningLevel {
  private static final double WEIGHT_OF_NEW = 0.1;

  private double logarithm;
  private int periods;

  void add(double value) {
    double own = StrictMath.log(value);
    logarithm = periods == 0 ? own : logarithm + WEIGHT_OF_NEW * (own - logarithm);
    periods++;
  }

  double level() {
    return StrictMath.exp(logarithm);
  }

  /** Periods it rests on. */
  int periods() {
    return periods;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(logarithm);
    out.writeInt(periods);
  }

  void restore(DataInput in) throws IOException {
    logarithm = in.readDouble();
    periods = in.readInt();
  }
}
