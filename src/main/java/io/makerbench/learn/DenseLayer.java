package io.makerbench.learn;

/**
 * One linear layer, with norm and ReLU behind it where it is hidden, on plain arrays. Weights are
 * kept in an array an input, so that the inner loop runs over outputs with one index into all
 * arrays: only then the compiler knows that it may use vector instructions.
 */
final class DenseLayer {
  /** Inputs handled in one pass over the outputs, to spare loads and stores of the outputs. */
  private static final int INPUTS_A_PASS = 4;

  private final int inputs;
  private final int outputs;
  private final boolean hidden;
  private final float[][] weights;
  private final float[] bias;
  private final float[] scale;
  private final float[] shift;

  private DenseLayer(int inputs, int outputs, boolean hidden, Norm norm) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.hidden = hidden;
    weights = new float[inputs][outputs];
    bias = new float[outputs];
    scale = new float[norm == Norm.LAYER ? outputs : 0];
    shift = new float[norm == Norm.LAYER ? outputs : 0];
  }

  static DenseLayer hidden(int inputs, int outputs, Norm norm) {
    return new DenseLayer(inputs, outputs, true, norm);
  }

  static DenseLayer linear(int inputs, int outputs) {
    return new DenseLayer(inputs, outputs, false, Norm.NONE);
  }

  /** Takes its parameters from a network's flat array and returns where the next layer's begin. */
  int load(float[] parameters, int offset) {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        weights[i][j] = parameters[offset + j * inputs + i];
      }
    }
    int next = take(parameters, offset + inputs * outputs, bias);
    return take(parameters, take(parameters, next, scale), shift);
  }

  private static int take(float[] parameters, int offset, float[] into) {
    System.arraycopy(parameters, offset, into, 0, into.length);
    return offset + into.length;
  }

  void forward(float[] in, int from, float[] out) {
    System.arraycopy(bias, 0, out, 0, outputs);
    int i = 0;
    for (; i + INPUTS_A_PASS <= inputs; i += INPUTS_A_PASS) {
      addFour(in, from + i, i, out);
    }
    for (; i < inputs; i++) {
      addOne(in[from + i], weights[i], out);
    }
    if (scale.length > 0) {
      normalise(out);
    }
    if (hidden) {
      rectify(out);
    }
  }

  private void addFour(float[] in, int at, int input, float[] out) {
    float a = in[at];
    float b = in[at + 1];
    float c = in[at + 2];
    float d = in[at + 3];
    float[] ofA = weights[input];
    float[] ofB = weights[input + 1];
    float[] ofC = weights[input + 2];
    float[] ofD = weights[input + 3];
    for (int j = 0; j < out.length; j++) {
      out[j] += a * ofA[j] + b * ofB[j] + c * ofC[j] + d * ofD[j];
    }
  }

  private static void addOne(float a, float[] ofA, float[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] += a * ofA[j];
    }
  }

  private void normalise(float[] out) {
    double sum = 0;
    for (int j = 0; j < outputs; j++) {
      sum += out[j];
    }
    float mean = (float) (sum / outputs);
    double squares = 0;
    for (int j = 0; j < outputs; j++) {
      float distance = out[j] - mean;
      squares += distance * distance;
    }
    float inverse = (float) (1 / Math.sqrt(squares / outputs + Network.NORM_EPSILON));
    for (int j = 0; j < outputs; j++) {
      out[j] = (out[j] - mean) * inverse * scale[j] + shift[j];
    }
  }

  private static void rectify(float[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = Math.max(0, out[j]);
    }
  }
}
