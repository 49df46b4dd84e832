package io.makerbench.learn.net;

import io.makerbench.random.RandomStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A network in double precision, by its formulas alone: the referee between engines. Its gradients
 * follow from the formulas number by number; what it says of itself is rounded to floats.
 */
public final class DoubleNetwork implements TrainableNetwork {
  /** Rough networks that show what roundings come to: one may be lucky. */
  static final int DRAWS = 3;

  private final NetworkShape shape;
  private final Tape tape;
  private double[] parameters;
  private double[] mean;
  private double[] variance;
  private double[] gradient;
  private long steps;
  private int[] outputs = {};

  /** Distance of the number that came closest to the kink of a rectifier. */
  private double leastMargin = Double.POSITIVE_INFINITY;

  public DoubleNetwork(NetworkShape shape, float[] parameters) {
    this(shape, parameters, value -> value);
  }

  /** One that rounds wherever it can, up or down at random, to see how much comes of it. */
  static DoubleNetwork rough(NetworkShape shape, float[] parameters, long draw) {
    RandomStream random = RandomStream.named(draw, "rounding", 0);
    return new DoubleNetwork(shape, parameters, Tape.floats(random));
  }

  private DoubleNetwork(NetworkShape shape, float[] parameters, DoubleUnaryOperator rounding) {
    tape = new Tape(rounding);
    this.shape = shape;
    this.parameters = widened(parameters);
    mean = new double[parameters.length];
    variance = new double[parameters.length];
    gradient = new double[parameters.length];
  }

  private static double[] widened(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  private static float[] rounded(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  /** Outputs, rows × outputs; {@code stateAfter} receives the state after the last step. */
  public double[] outputs(Inputs inputs, double[] stateAfter) {
    return values(run(inputs, null, stateAfter));
  }

  private double[] values(int[] numbers) {
    double[] values = new double[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tape.value(numbers[i]);
    }
    return values;
  }

  @Override
  public void predict(Inputs inputs, float[] out, float[] stateAfter) {
    double[] state = new double[inputs.sequences * shape.stateWidth()];
    float[] found = rounded(outputs(inputs, state));
    System.arraycopy(found, 0, out, 0, found.length);
    System.arraycopy(rounded(state), 0, stateAfter, 0, state.length);
  }

  @Override
  public void forward(Inputs inputs, float[] out, RandomStream dropout) {
    outputs = run(inputs, dropout, new double[inputs.sequences * shape.stateWidth()]);
    System.arraycopy(rounded(values(outputs)), 0, out, 0, outputs.length);
  }

  @Override
  public double backward(float[] outputGradients) {
    double[] all = tape.slopes(outputs, outputGradients);
    double squares = 0;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = all[i];
      squares += gradient[i] * gradient[i];
    }
    return Math.sqrt(squares);
  }

  @Override
  public float[] gradient() {
    return rounded(gradient);
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    steps++;
    boolean corrected = rule.moments() == OptimiserRule.Moments.CORRECTED;
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i] * gradientScale;
      mean[i] = rule.beta1() * mean[i] + (1 - rule.beta1()) * g;
      variance[i] = rule.beta2() * variance[i] + (1 - rule.beta2()) * g * g;
      double meanNow = mean[i] / (corrected ? 1 - Math.pow(rule.beta1(), steps) : 1);
      double root = Math.sqrt(variance[i] / (corrected ? 1 - Math.pow(rule.beta2(), steps) : 1));
      parameters[i] *= 1 - learningRate * rule.weightDecay();
      parameters[i] -= learningRate * meanNow / (root + rule.epsilon());
    }
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    double[] from = ((DoubleNetwork) leader).parameters;
    for (int i = 0; i < from.length; i++) {
      parameters[i] += share * (from[i] - parameters[i]);
    }
  }

  @Override
  public NetworkState state() {
    return new NetworkState(rounded(parameters), rounded(mean), rounded(variance), steps);
  }

  @Override
  public void restore(NetworkState state) {
    parameters = widened(state.parameters());
    mean = widened(state.mean());
    variance = widened(state.variance());
    steps = state.steps();
  }

  @Override
  public void close() {
    // Nothing outside the heap.
  }

  /** How near any number came to the kink of a rectifier, where a rounding decides the slope. */
  public double leastMargin() {
    return leastMargin;
  }

  /** Slope of Σ weight·output by one parameter, by central differences. */
  double slope(Inputs inputs, float[] weights, int parameter, long[] dropout) {
    double step = 1e-5;
    double kept = parameters[parameter];
    parameters[parameter] = kept + step;
    double above = weighted(inputs, weights, dropout);
    parameters[parameter] = kept - step;
    double below = weighted(inputs, weights, dropout);
    parameters[parameter] = kept;
    return (above - below) / (2 * step);
  }

  private double weighted(Inputs inputs, float[] weights, long[] dropout) {
    RandomStream stream = RandomStream.named(0, "any", 0);
    stream.restore(dropout);
    double[] values =
        values(run(inputs, stream, new double[inputs.sequences * shape.stateWidth()]));
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum;
  }

  /** The first numbers of the tape are the parameters, in their order. */
  private int[] run(Inputs inputs, @Nullable RandomStream dropout, double[] stateAfter) {
    tape.clear();
    for (double parameter : parameters) {
      tape.make(parameter);
    }
    int[][] rows = new int[inputs.rows()][shape.inputs()];
    for (int at = 0; at < inputs.rows() * shape.inputs(); at++) {
      rows[at / shape.inputs()][at % shape.inputs()] = tape.make(inputs.observations[at]);
    }
    Iterator<Slot> slots = shape.slots().iterator();
    int[][] shared = through(shape.trunk(), rows, slots, inputs, dropout, stateAfter);
    int[] all = new int[inputs.rows() * shape.outputs()];
    int at = 0;
    for (Branch branch : shape.branches()) {
      int[][] out = through(branch.layers(), shared, slots, inputs, dropout, stateAfter);
      for (int row = 0; row < out.length; row++) {
        System.arraycopy(out[row], 0, all, row * shape.outputs() + at, branch.outputs());
      }
      at += branch.outputs();
    }
    return all;
  }

  private int[][] through(
      List<Layer> layers,
      int[][] in,
      Iterator<Slot> slots,
      Inputs inputs,
      @Nullable RandomStream dropout,
      double[] stateAfter) {
    int[][] rows = in;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Gru) {
        rows = recurrent(rows, slots, inputs, stateAfter);
        continue;
      }
      Slot weight = hasParameters(layer) ? slots.next() : null;
      Slot bias = hasParameters(layer) ? slots.next() : null;
      int[][] out = new int[rows.length][];
      for (int row = 0; row < rows.length; row++) {
        int[] x = rows[row];
        out[row] =
            switch (layer) {
              case Layer.Dense dense -> linear(weight, bias, x);
              case Layer.Norm norm -> norm(weight, bias, x);
              case Layer.Relu relu -> rectified(x, 0);
              case Layer.LeakyRelu leaky -> rectified(x, Layer.LeakyRelu.SLOPE);
              case Layer.Tanh tanh -> map(x, tape::tanh);
              case Layer.Dropout drop -> dropout == null ? x : dropped(x, drop.rate(), dropout);
              case Layer.Gru gru -> throw new IllegalStateException();
            };
      }
      rows = out;
    }
    return rows;
  }

  private static boolean hasParameters(Layer layer) {
    return layer instanceof Layer.Dense || layer instanceof Layer.Norm;
  }

  private int[] linear(Slot weight, Slot bias, int[] x) {
    int[] y = new int[weight.shape()[0]];
    for (int o = 0; o < y.length; o++) {
      double sum = tape.value(bias.offset() + o);
      tape.by(bias.offset() + o, 1);
      for (int i = 0; i < x.length; i++) {
        int w = weight.offset() + o * x.length + i;
        sum = tape.kept(sum + tape.value(w) * tape.value(x[i]));
        tape.by(w, tape.value(x[i])).by(x[i], tape.value(w));
      }
      y[o] = tape.make(sum);
    }
    return y;
  }

  private int[] norm(Slot weight, Slot bias, int[] x) {
    int mean = mean(x);
    int[] away = map(x, v -> tape.difference(v, mean));
    int variance = mean(map(away, v -> tape.product(v, v)));
    double root = Math.sqrt(tape.value(variance) + Layer.Norm.EPSILON);
    int inverse = tape.by(variance, -0.5 / (root * root * root)).make(1 / root);
    // Expanded as PyTorch has it, so that the rough one loses what that loses where it cancels.
    int shift = tape.product(mean, inverse);
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      int normal = tape.difference(tape.product(x[i], inverse), shift);
      y[i] = tape.sum(tape.product(normal, weight.offset() + i), bias.offset() + i);
    }
    return y;
  }

  private int mean(int[] x) {
    double sum = 0;
    for (int v : x) {
      sum = tape.kept(sum + tape.value(v));
      tape.by(v, 1.0 / x.length);
    }
    return tape.make(sum / x.length);
  }

  private int[] rectified(int[] x, double below) {
    for (int v : x) {
      leastMargin = Math.min(leastMargin, Math.abs(tape.value(v)));
    }
    return map(x, v -> tape.times(v, tape.value(v) > 0 ? 1 : below));
  }

  private int[] dropped(int[] x, double rate, RandomStream dropout) {
    return map(x, v -> tape.times(v, dropout.nextDouble() < rate ? 0 : 1 / (1 - rate)));
  }

  private int[][] recurrent(
      int[][] rows, Iterator<Slot> slots, Inputs inputs, double[] stateAfter) {
    Slot[] gates = {slots.next(), slots.next(), slots.next(), slots.next()};
    int units = gates[1].shape()[1];
    int[][] states = new int[inputs.sequences][units];
    for (int i = 0; i < inputs.sequences * units; i++) {
      states[i / units][i % units] = tape.make(inputs.state == null ? 0 : inputs.state[i]);
    }
    int[][] out = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      int s = row % inputs.sequences;
      if (inputs.begins != null && inputs.begins[row]) {
        states[s] = map(states[s], v -> tape.make(0));
      }
      states[s] = gru(gates, rows[row], states[s]);
      out[row] = states[s];
    }
    for (int i = 0; i < stateAfter.length; i++) {
      stateAfter[i] = tape.value(states[i / units][i % units]);
    }
    return out;
  }

  private int[] gru(Slot[] slots, int[] x, int[] h) {
    int[] byInput = linear(slots[0], slots[2], x);
    int[] byState = linear(slots[1], slots[3], h);
    int[] next = new int[h.length];
    int units = h.length;
    for (int i = 0; i < units; i++) {
      int r = tape.sigmoid(tape.sum(byInput[i], byState[i]));
      int z = tape.sigmoid(tape.sum(byInput[units + i], byState[units + i]));
      int reset = tape.product(r, byState[2 * units + i]);
      int n = tape.tanh(tape.sum(byInput[2 * units + i], reset));
      int fresh = tape.difference(n, tape.product(z, n));
      next[i] = tape.sum(fresh, tape.product(z, h[i]));
    }
    return next;
  }

  /** What becomes of a number of the tape. */
  private interface Step {
    int of(int number);
  }

  private static int[] map(int[] x, Step step) {
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = step.of(x[i]);
    }
    return y;
  }
}
