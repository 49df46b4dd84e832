package io.makerbench.learn.net;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Numbers in double precision with the slopes of each by those it was made from, so that the slopes
 * of a sum of some by all others can be found backwards, whatever the formulas.
 */
final class Tape {
  /** What is kept of each number and slope. */
  private final DoubleUnaryOperator rounding;

  private double[] values = new double[1024];
  private int[] ends = new int[1024];
  private int[] sources = new int[4096];
  private double[] slopes = new double[4096];
  private int count;
  private int edges;

  Tape(DoubleUnaryOperator rounding) {
    this.rounding = rounding;
  }

  /**
   * Keeps floats, each the next above or below at random (J. Vignes, A stochastic arithmetic for
   * reliable scientific computation, Mathematics and Computers in Simulation 35, 1993): what
   * several such calculations differ by is what the formulas make of roundings, whatever their
   * order.
   */
  static DoubleUnaryOperator floats(RandomStream random) {
    return value -> {
      float near = (float) value;
      if (near == value) {
        return near;
      }
      boolean up = random.nextInt(2) == 0;
      if (up == near > value) {
        return near;
      }
      return up ? Math.nextUp(near) : Math.nextDown(near);
    };
  }

  /** Forgets all numbers. */
  void clear() {
    count = 0;
    edges = 0;
  }

  /** What is kept of a number on its way. */
  double kept(double value) {
    return rounding.applyAsDouble(value);
  }

  double value(int number) {
    return values[number];
  }

  /** Says that the next number to be made depends on another one. */
  Tape by(int source, double slope) {
    if (edges == sources.length) {
      sources = Arrays.copyOf(sources, 2 * edges);
      slopes = Arrays.copyOf(slopes, 2 * edges);
    }
    sources[edges] = source;
    slopes[edges++] = rounding.applyAsDouble(slope);
    return this;
  }

  /** A number that depends on those just named; returns its index. */
  int make(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    values[count] = rounding.applyAsDouble(value);
    ends[count] = edges;
    return count++;
  }

  int sum(int a, int b) {
    return by(a, 1).by(b, 1).make(value(a) + value(b));
  }

  int product(int a, int b) {
    return by(a, value(b)).by(b, value(a)).make(value(a) * value(b));
  }

  int difference(int a, int b) {
    return by(a, 1).by(b, -1).make(value(a) - value(b));
  }

  int times(int a, double factor) {
    return by(a, factor).make(factor * value(a));
  }

  int tanh(int a) {
    double tanh = Math.tanh(value(a));
    return by(a, 1 - tanh * tanh).make(tanh);
  }

  int sigmoid(int a) {
    double sigmoid = 1 / (1 + Math.exp(-value(a)));
    return by(a, sigmoid * (1 - sigmoid)).make(sigmoid);
  }

  /** Slopes of a sum by every number, from those by some of them. */
  double[] slopes(int[] numbers, float[] byThem) {
    double[] all = new double[count];
    for (int i = 0; i < numbers.length; i++) {
      all[numbers[i]] += byThem[i];
    }
    for (int n = count - 1; n >= 0; n--) {
      for (int e = n == 0 ? 0 : ends[n - 1]; e < ends[n]; e++) {
        all[sources[e]] = rounding.applyAsDouble(all[sources[e]] + all[n] * slopes[e]);
      }
    }
    return all;
  }
}
