package io.makerbench.learn.vector;

import io.makerbench.env.CopyRanges;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;

/**
 * A network that cuts its inputs into two halves and works on them side by side. Where it cuts
 * depends on the inputs alone, and the halves' gradients are added in one order, so the numbers are
 * the same on any number of threads; those of a forward pass are those of a network that is whole.
 *
 * <p>Dropout draws from one stream, row by row: a network with it learns whole.
 */
public final class HalvedNetwork implements TrainableNetwork {
  /** Inputs of fewer rows are not cut: waking another thread costs more. */
  private static final int LEAST_ROWS = 512;

  private final VectorNetwork first;
  private final VectorNetwork second;
  private final Half[] halves;
  private final CopyRanges both;
  private final boolean dropsOut;
  private final RandomStream unused = RandomStream.named(0, "dropout", 1);
  private boolean cut;
  private Task task = Task.PREDICT;

  private enum Task {
    PREDICT,
    FORWARD,
    BACKWARD
  }

  /**
   * A network of this shape whose parameters are all zero.
   *
   * @param threads most threads that work on the halves: with one they come one after the other
   */
  public HalvedNetwork(NetworkShape shape, int threads) {
    first = new VectorNetwork(shape);
    second = new VectorNetwork(shape);
    halves = new Half[] {new Half(first), new Half(second)};
    dropsOut = shape.dropsOut();
    both = new CopyRanges(2, 1, threads, this::work);
  }

  private void work(int from, int to) {
    for (int h = from; h < to; h++) {
      halves[h].work(task, unused);
    }
  }

  @Override
  public NetworkShape shape() {
    return first.shape();
  }

  @Override
  public void predict(Inputs inputs, float[] outputs, float[] stateAfter) {
    if (!cuts(inputs)) {
      first.predict(inputs, outputs, stateAfter);
      return;
    }
    take(inputs);
    task = Task.PREDICT;
    both.run();
    give(inputs, outputs);
    int states = halves[0].sequences * shape().stateWidth();
    System.arraycopy(halves[0].state, 0, stateAfter, 0, states);
    System.arraycopy(
        halves[1].state, 0, stateAfter, states, halves[1].sequences * shape().stateWidth());
  }

  @Override
  public void forward(Inputs inputs, float[] outputs, RandomStream dropout) {
    cut = cuts(inputs) && !dropsOut;
    if (!cut) {
      first.forward(inputs, outputs, dropout);
      return;
    }
    take(inputs);
    task = Task.FORWARD;
    both.run();
    give(inputs, outputs);
  }

  private static boolean cuts(Inputs inputs) {
    return inputs.rows() >= LEAST_ROWS && inputs.sequences > 1;
  }

  private void take(Inputs inputs) {
    int middle = inputs.sequences / 2;
    halves[0].take(inputs, 0, middle);
    halves[1].take(inputs, middle, inputs.sequences);
  }

  private void give(Inputs inputs, float[] outputs) {
    for (Half half : halves) {
      half.give(inputs, outputs);
    }
  }

  @Override
  public double backward(float[] outputGradients) {
    if (!cut) {
      return first.backward(outputGradients);
    }
    for (Half half : halves) {
      half.takeGradients(outputGradients);
    }
    task = Task.BACKWARD;
    both.run();
    return first.addGradient(second);
  }

  @Override
  public float[] gradient() {
    return first.gradient();
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    first.step(rule, learningRate, gradientScale);
    second.copyParameters(first);
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    first.follow(((HalvedNetwork) leader).first, share);
    second.copyParameters(first);
  }

  @Override
  public NetworkState state() {
    return first.state();
  }

  @Override
  public void restore(NetworkState state) {
    first.restore(state);
    second.restore(state);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }

  /** The sequences from one on to another, and a network for them. */
  private static final class Half {
    private final VectorNetwork network;
    private float[] observations = {};
    private float[] outputs = {};
    private float[] gradients = {};
    private float[] state = {};
    private boolean[] begins = {};
    private Inputs inputs = Inputs.rows(observations, 0);
    private int steps;
    private int from;
    private int sequences;
    private int all;

    Half(VectorNetwork network) {
      this.network = network;
    }

    void take(Inputs whole, int first, int end) {
      NetworkShape shape = network.shape();
      from = first;
      sequences = end - first;
      steps = whole.steps;
      all = whole.sequences;
      int rows = steps * sequences;
      if (begins.length < rows) {
        observations = new float[rows * shape.inputs()];
        outputs = new float[rows * shape.outputs()];
        gradients = new float[rows * shape.outputs()];
        begins = new boolean[rows];
      }
      if (state.length < sequences * shape.stateWidth()) {
        state = new float[sequences * shape.stateWidth()];
      }
      copyRows(whole.observations, shape.inputs(), observations);
      if (shape.stateWidth() == 0) {
        inputs = Inputs.rows(observations, rows);
        return;
      }
      takeState(whole, shape.stateWidth());
    }

    private void takeState(Inputs whole, int width) {
      if (whole.state == null) {
        Arrays.fill(state, 0);
      } else {
        System.arraycopy(whole.state, from * width, state, 0, sequences * width);
      }
      for (int step = 0; whole.begins != null && step < steps; step++) {
        System.arraycopy(whole.begins, step * all + from, begins, step * sequences, sequences);
      }
      inputs =
          Inputs.sequences(
              observations, steps, sequences, state, whole.begins == null ? null : begins);
    }

    /** Gathers this half's rows of every step. */
    private void copyRows(float[] rows, int width, float[] into) {
      for (int step = 0; step < steps; step++) {
        System.arraycopy(
            rows, (step * all + from) * width, into, step * sequences * width, sequences * width);
      }
    }

    void takeGradients(float[] whole) {
      copyRows(whole, network.shape().outputs(), gradients);
    }

    void work(Task task, RandomStream dropout) {
      switch (task) {
        case PREDICT -> network.predict(inputs, outputs, state);
        case FORWARD -> network.forward(inputs, outputs, dropout);
        case BACKWARD -> network.backward(gradients);
      }
    }

    void give(Inputs whole, float[] into) {
      int width = network.shape().outputs();
      for (int step = 0; step < steps; step++) {
        System.arraycopy(
            outputs,
            step * sequences * width,
            into,
            (step * whole.sequences + from) * width,
            sequences * width);
      }
    }
  }
}
