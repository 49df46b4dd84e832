package io.makerbench.learn.net;

/** One layer of a network. Layers with parameters have the name of their PyTorch module. */
public sealed interface Layer {
  /** Numbers in a row it puts out, for rows of so many that it takes. */
  default int widthAfter(int inputs) {
    return inputs;
  }

  /** y = Wx + b, with {@code units} outputs. */
  record Dense(String name, int units) implements Layer {
    @Override
    public int widthAfter(int inputs) {
      return units;
    }
  }

  /** Layer norm over the whole width, with scale and shift (Ba and others, 2016). */
  record Norm(String name) implements Layer {
    /** Added to the variance. */
    public static final float EPSILON = 1e-5f;
  }

  /** max(0, x). */
  record Relu() implements Layer {}

  /** x above 0, {@value #SLOPE}·x below (Maas and others, 2013), with PyTorch's default slope. */
  record LeakyRelu() implements Layer {
    /** Slope below 0. */
    public static final float SLOPE = 0.01f;
  }

  /** tanh x. */
  record Tanh() implements Layer {}

  /**
   * A gated recurrent unit as PyTorch defines it (Cho and others, 2014, with a bias in both
   * products): r = σ(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r·(W_hn h
   * + b_hn)), h′ = (1 − z)·n + z·h.
   */
  record Gru(String name, int units) implements Layer {
    /** Gates in the order in which their rows are stacked: r, z, n. */
    public static final int GATES = 3;

    @Override
    public int widthAfter(int inputs) {
      return units;
    }
  }

  /**
   * Zeroes a share of the values while learning and scales the others up; nothing otherwise.
   *
   * @param rate share, 0 … 1 exclusive
   */
  record Dropout(double rate) implements Layer {}
}
