package io.makerbench.learn.vector;

import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.Slot;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * A gated recurrent unit over all steps of its inputs; see {@link Layer.Gru} for the formulas. The
 * products with the inputs are made for all steps at once, those with the state step by step.
 */
final class GruStage implements Stage {
  private final Parameters parameters;
  private final int inputWeights;
  private final int stateWeights;
  private final int inputBias;
  private final int stateBias;
  private final int inputs;
  private final int units;
  private final int width;
  private final Rows output;
  private final Rows gradient;

  /** State before each step, after episodes that begin there were set to zero. */
  private final Rows before;

  /** Gates r, z and n of each step, and beside them the products of the state, by gate. */
  private final Rows gates;

  private final Rows products;
  private final Rows inputGradients;
  private final Rows stateGradients;

  /** Gradient by the state after a step, from the steps that follow. */
  private final Rows later;

  private final Rows passed;

  private final MatrixProduct product = new MatrixProduct();
  private final float[] zeroes;
  private float[] transposedInput = {};
  private float[] transposedState = {};

  /**
   * @param slots weights and biases in PyTorch's order: input, state, input bias, state bias
   */
  GruStage(List<Slot> slots, Parameters parameters) {
    this.parameters = parameters;
    inputWeights = parameters.add(slots.get(0), Layer.Gru.GATES);
    stateWeights = parameters.add(slots.get(1), Layer.Gru.GATES);
    inputBias = parameters.add(slots.get(2), Layer.Gru.GATES);
    stateBias = parameters.add(slots.get(3), Layer.Gru.GATES);
    inputs = slots.get(0).shape()[1];
    units = slots.get(1).shape()[1];
    width = Lanes.pad(units);
    output = new Rows(width);
    gradient = new Rows(width);
    before = new Rows(width);
    later = new Rows(width);
    passed = new Rows(width);
    gates = new Rows(Layer.Gru.GATES * width);
    products = new Rows(Layer.Gru.GATES * width);
    inputGradients = new Rows(Layer.Gru.GATES * width);
    stateGradients = new Rows(Layer.Gru.GATES * width);
    zeroes = new float[Math.max(Layer.Gru.GATES * width, Lanes.pad(inputs))];
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
    int rows = given.rows();
    for (Rows buffer : List.of(output, before, gates, products)) {
      buffer.reserve(rows);
    }
    product
        .left(in.values, 0, in.width, 1)
        .right(parameters.values, inputWeights, gates.width)
        .plus(parameters.values, inputBias)
        .into(gates.values, 0, gates.width, rows, gates.width, inputs);
    for (int step = 0; step < given.steps; step++) {
      takeState(given, step);
      int first = step * given.sequences;
      product
          .left(before.values, first * width, width, 1)
          .right(parameters.values, stateWeights, gates.width)
          .plus(parameters.values, stateBias)
          .into(
              products.values,
              first * gates.width,
              gates.width,
              given.sequences,
              gates.width,
              units);
      for (int row = first; row < first + given.sequences; row++) {
        advance(row);
      }
    }
  }

  private void takeState(Inputs given, int step) {
    for (int s = 0; s < given.sequences; s++) {
      int row = step * given.sequences + s;
      int to = row * width;
      if (given.begins != null && given.begins[row]) {
        Arrays.fill(before.values, to, to + width, 0);
      } else if (step > 0) {
        int from = (row - given.sequences) * width;
        System.arraycopy(output.values, from, before.values, to, width);
      } else if (given.state == null) {
        Arrays.fill(before.values, to, to + width, 0);
      } else {
        System.arraycopy(given.state, s * units, before.values, to, units);
        Arrays.fill(before.values, to + units, to + width, 0);
      }
    }
  }

  private void advance(int row) {
    int gate = row * gates.width;
    for (int j = 0; j < width; j += Lanes.WIDTH) {
      int r = gate + j;
      int z = r + width;
      int n = z + width;
      FloatVector reset =
          Lanes.sigmoid(Lanes.load(gates.values, r).add(Lanes.load(products.values, r)));
      FloatVector update =
          Lanes.sigmoid(Lanes.load(gates.values, z).add(Lanes.load(products.values, z)));
      FloatVector fresh =
          Lanes.tanh(reset.fma(Lanes.load(products.values, n), Lanes.load(gates.values, n)));
      FloatVector old = Lanes.load(before.values, row * width + j);
      reset.intoArray(gates.values, r);
      update.intoArray(gates.values, z);
      fresh.intoArray(gates.values, n);
      old.sub(fresh).fma(update, fresh).intoArray(output.values, row * width + j);
    }
  }

  /** Copies the state after the last step, {@code units} numbers a sequence. */
  void stateAfter(Inputs given, float[] out) {
    int first = (given.steps - 1) * given.sequences;
    for (int s = 0; s < given.sequences; s++) {
      System.arraycopy(output.values, (first + s) * width, out, s * units, units);
    }
  }

  @Override
  public void backward(Rows in, @Nullable Rows inGradient, Inputs given) {
    int rows = given.rows();
    inputGradients.reserve(rows);
    stateGradients.reserve(rows);
    later.reserve(given.sequences);
    Arrays.fill(later.values, 0, given.sequences * width, 0);
    transposedState = transpose(stateWeights, units, width, transposedState);
    for (int step = given.steps - 1; step >= 0; step--) {
      back(given, step);
    }
    weightGradients(in, rows);
    if (inGradient != null) {
      transposedInput = transpose(inputWeights, inputs, inGradient.width, transposedInput);
      inGradient.reserve(rows);
      product
          .left(inputGradients.values, 0, gates.width, 1)
          .right(transposedInput, 0, inGradient.width)
          .plus(zeroes, 0)
          .into(inGradient.values, 0, inGradient.width, rows, inGradient.width, gates.width);
    }
  }

  private void back(Inputs given, int step) {
    int first = step * given.sequences;
    for (int s = 0; s < given.sequences; s++) {
      back(first + s, s * width);
    }
    // What the products pass back is added to what the state itself passes on.
    addProducts(given, first);
    for (int s = 0; s < given.sequences; s++) {
      if (given.begins != null && given.begins[first + s]) {
        Arrays.fill(later.values, s * width, (s + 1) * width, 0);
      }
    }
  }

  private void back(int row, int at) {
    FloatVector one = Lanes.all(1);
    for (int j = 0; j < width; j += Lanes.WIDTH) {
      int r = row * gates.width + j;
      int z = r + width;
      int n = z + width;
      FloatVector reset = Lanes.load(gates.values, r);
      FloatVector update = Lanes.load(gates.values, z);
      FloatVector fresh = Lanes.load(gates.values, n);
      FloatVector old = Lanes.load(before.values, row * width + j);
      FloatVector by =
          Lanes.load(gradient.values, row * width + j).add(Lanes.load(later.values, at + j));
      FloatVector byFresh = by.mul(one.sub(update)).mul(one.sub(fresh.mul(fresh)));
      FloatVector byUpdate = by.mul(old.sub(fresh)).mul(update).mul(one.sub(update));
      FloatVector byReset =
          byFresh.mul(Lanes.load(products.values, n)).mul(reset).mul(one.sub(reset));
      byReset.intoArray(inputGradients.values, r);
      byUpdate.intoArray(inputGradients.values, z);
      byFresh.intoArray(inputGradients.values, n);
      byReset.intoArray(stateGradients.values, r);
      byUpdate.intoArray(stateGradients.values, z);
      byFresh.mul(reset).intoArray(stateGradients.values, n);
      by.mul(update).intoArray(later.values, at + j);
    }
  }

  private void addProducts(Inputs given, int first) {
    passed.reserve(given.sequences);
    product
        .left(stateGradients.values, first * gates.width, gates.width, 1)
        .right(transposedState, 0, width)
        .plus(zeroes, 0)
        .into(passed.values, 0, width, given.sequences, width, gates.width);
    for (int at = 0; at < given.sequences * width; at += Lanes.WIDTH) {
      Lanes.load(later.values, at).add(Lanes.load(passed.values, at)).intoArray(later.values, at);
    }
  }

  private void weightGradients(Rows in, int rows) {
    product
        .left(in.values, 0, 1, in.width)
        .right(inputGradients.values, 0, gates.width)
        .plus(zeroes, 0)
        .into(parameters.gradient, inputWeights, gates.width, inputs, gates.width, rows);
    product
        .left(before.values, 0, 1, width)
        .right(stateGradients.values, 0, gates.width)
        .plus(zeroes, 0)
        .into(parameters.gradient, stateWeights, gates.width, units, gates.width, rows);
    float[] sums = parameters.gradient;
    Lanes.sumOfRows(inputGradients.values, rows, gates.width, sums, inputBias);
    Lanes.sumOfRows(stateGradients.values, rows, gates.width, sums, stateBias);
  }

  /** Weights the other way round: a row of {@code row} numbers for each gate's unit. */
  private float[] transpose(int weights, int count, int row, float[] into) {
    float[] out = into.length == 0 ? new float[gates.width * row] : into;
    for (int i = 0; i < count; i++) {
      for (int o = 0, from = weights + i * gates.width; o < gates.width; o++) {
        out[o * row + i] = parameters.values[from + o];
      }
    }
    return out;
  }
}
