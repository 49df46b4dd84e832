package io.makerbench.learn.net;

import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A network in double precision, by its formulas alone: the referee between engines. */
public final class DoubleNetwork {
  private final NetworkShape shape;
  private final double[] parameters;

  public DoubleNetwork(NetworkShape shape, float[] parameters) {
    this.shape = shape;
    this.parameters = new double[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      this.parameters[i] = parameters[i];
    }
  }

  /** Outputs, rows × outputs; {@code stateAfter} receives the state after the last step. */
  public double[] outputs(Inputs inputs, double[] stateAfter) {
    double[] outputs = new double[inputs.rows() * shape.outputs()];
    double[][] states = new double[inputs.sequences][shape.stateWidth()];
    for (int s = 0; s < inputs.sequences; s++) {
      for (int i = 0; inputs.state != null && i < shape.stateWidth(); i++) {
        states[s][i] = inputs.state[s * shape.stateWidth() + i];
      }
    }
    for (int row = 0; row < inputs.rows(); row++) {
      int s = row % inputs.sequences;
      if (inputs.begins != null && inputs.begins[row]) {
        states[s] = new double[shape.stateWidth()];
      }
      double[] x = new double[shape.inputs()];
      for (int i = 0; i < x.length; i++) {
        x[i] = inputs.observations[row * x.length + i];
      }
      Iterator<Slot> slots = shape.slots().iterator();
      double[] shared = run(shape.trunk(), x, slots, states, s);
      int at = row * shape.outputs();
      for (Branch branch : shape.branches()) {
        double[] out = run(branch.layers(), shared, slots, states, s);
        System.arraycopy(out, 0, outputs, at, out.length);
        at += out.length;
      }
    }
    for (int s = 0; s < inputs.sequences; s++) {
      System.arraycopy(states[s], 0, stateAfter, s * shape.stateWidth(), shape.stateWidth());
    }
    return outputs;
  }

  private double[] run(
      List<Layer> layers, double[] in, Iterator<Slot> slots, double[][] states, int sequence) {
    double[] x = in;
    for (Layer layer : layers) {
      x =
          switch (layer) {
            case Layer.Dense dense -> linear(slots.next(), slots.next(), x);
            case Layer.Norm norm -> norm(slots.next(), slots.next(), x);
            case Layer.Relu relu -> map(x, v -> Math.max(0, v));
            case Layer.Tanh tanh -> map(x, Math::tanh);
            case Layer.Dropout dropout -> x;
            case Layer.Gru gru -> {
              states[sequence] = gru(slots, x, states[sequence]);
              yield states[sequence];
            }
          };
    }
    return x;
  }

  private double[] linear(Slot weight, Slot bias, double[] x) {
    double[] y = new double[weight.shape()[0]];
    for (int o = 0; o < y.length; o++) {
      y[o] = parameters[bias.offset() + o];
      for (int i = 0; i < x.length; i++) {
        y[o] += parameters[weight.offset() + o * x.length + i] * x[i];
      }
    }
    return y;
  }

  private double[] norm(Slot weight, Slot bias, double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v / x.length;
    }
    double variance = 0;
    for (double v : x) {
      variance += (v - mean) * (v - mean) / x.length;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] =
          (x[i] - mean) / Math.sqrt(variance + Layer.Norm.EPSILON) * parameters[weight.offset() + i]
              + parameters[bias.offset() + i];
    }
    return y;
  }

  private double[] gru(Iterator<Slot> slots, double[] x, double[] h) {
    Slot inputWeight = slots.next();
    Slot stateWeight = slots.next();
    double[] byInput = linear(inputWeight, slots.next(), x);
    double[] byState = linear(stateWeight, slots.next(), h);
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      double r = sigmoid(byInput[i] + byState[i]);
      double z = sigmoid(byInput[h.length + i] + byState[h.length + i]);
      double n = Math.tanh(byInput[2 * h.length + i] + r * byState[2 * h.length + i]);
      next[i] = (1 - z) * n + z * h[i];
    }
    return next;
  }

  private static double sigmoid(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  private static double[] map(double[] x, DoubleUnaryOperator f) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = f.applyAsDouble(x[i]);
    }
    return y;
  }

  /** Derivative of Σ weight·output by one parameter, by central differences. */
  public double slope(Inputs inputs, float[] weights, int parameter) {
    double step = 1e-5;
    double kept = parameters[parameter];
    parameters[parameter] = kept + step;
    double above = weighted(inputs, weights);
    parameters[parameter] = kept - step;
    double below = weighted(inputs, weights);
    parameters[parameter] = kept;
    return (above - below) / (2 * step);
  }

  private double weighted(Inputs inputs, float[] weights) {
    double[] outputs = outputs(inputs, new double[inputs.sequences * shape.stateWidth()]);
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += outputs[i] * weights[i];
    }
    return sum;
  }
}
