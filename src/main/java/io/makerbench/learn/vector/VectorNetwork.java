package io.makerbench.learn.vector;

import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.Slot;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network on the processor's vectors. */
public final class VectorNetwork implements TrainableNetwork {
  private final NetworkShape shape;
  private final int outputWidth;
  private final Parameters parameters = new Parameters();
  private final Optimiser optimiser = new Optimiser(parameters);
  private final List<Stage> trunk;
  private final List<List<Stage>> branches = new ArrayList<>();
  private final Rows observations;
  private final float[] strands = new float[Lanes.BLOCK];

  /** Gradients by the trunk's outputs, a branch each; empty without a trunk. */
  private final List<Rows> trunkGradients = new ArrayList<>();

  private @Nullable Inputs learning;

  /** A network of this shape whose parameters are all zero. */
  public VectorNetwork(NetworkShape shape) {
    this.shape = shape;
    outputWidth = shape.outputs();
    observations = new Rows(shape.inputs());
    Iterator<Slot> slots = shape.slots().iterator();
    trunk = stages(shape.trunk(), shape.inputs(), slots);
    for (Branch branch : shape.branches()) {
      branches.add(stages(branch.layers(), shape.trunkWidth(), slots));
      trunkGradients.add(new Rows(Lanes.pad(shape.trunkWidth())));
    }
    parameters.allocate();
  }

  private List<Stage> stages(List<Layer> layers, int inputs, Iterator<Slot> slots) {
    List<Stage> stages = new ArrayList<>();
    int width = inputs;
    for (Layer layer : layers) {
      stages.add(
          switch (layer) {
            case Layer.Dense dense -> new DenseStage(slots.next(), slots.next(), parameters);
            case Layer.Norm norm -> new NormStage(slots.next(), slots.next(), parameters);
            case Layer.Gru gru ->
                new GruStage(
                    List.of(slots.next(), slots.next(), slots.next(), slots.next()), parameters);
            case Layer.Relu relu -> new ReluStage(Lanes.pad(width));
            case Layer.LeakyRelu leaky -> new LeakyReluStage(Lanes.pad(width));
            case Layer.Tanh tanh -> new TanhStage(Lanes.pad(width));
            case Layer.Dropout dropout -> new DropoutStage(dropout.rate(), width);
          });
      width = layer.widthAfter(width);
    }
    return stages;
  }

  /** Engine and width of its vectors, for the record of a run. */
  public static String engineVersion() {
    return "vector, %d bits".formatted(Lanes.SPECIES.vectorBitSize());
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  @Override
  public void predict(Inputs inputs, float[] outputs, float[] stateAfter) {
    run(inputs, outputs, null);
    for (Stage stage : trunk) {
      if (stage instanceof GruStage gru) {
        gru.stateAfter(inputs, stateAfter);
      }
    }
  }

  @Override
  public void forward(Inputs inputs, float[] outputs, RandomStream dropout) {
    learning = inputs;
    run(inputs, outputs, dropout);
  }

  private void run(Inputs inputs, float[] outputs, @Nullable RandomStream dropout) {
    observations.values = inputs.observations;
    Rows shared = run(trunk, observations, inputs, dropout);
    int at = 0;
    for (int b = 0; b < branches.size(); b++) {
      Rows out = run(branches.get(b), shared, inputs, dropout);
      int width = shape.branches().get(b).outputs();
      for (int row = 0; row < inputs.rows(); row++) {
        System.arraycopy(out.values, row * out.width, outputs, row * outputWidth + at, width);
      }
      at += width;
    }
  }

  private static Rows run(
      List<Stage> stages, Rows in, Inputs inputs, @Nullable RandomStream dropout) {
    Rows rows = in;
    for (Stage stage : stages) {
      if (dropout == null) {
        stage.forward(rows, inputs);
      } else {
        stage.learn(rows, inputs, dropout);
      }
      rows = stage.output();
    }
    return rows;
  }

  @Override
  public double backward(float[] outputGradients) {
    Inputs inputs = learning;
    if (inputs == null) {
      throw new IllegalStateException("A backward pass follows a forward pass.");
    }
    Rows shared = trunk.isEmpty() ? observations : trunk.getLast().output();
    int at = 0;
    for (int b = 0; b < branches.size(); b++) {
      int width = shape.branches().get(b).outputs();
      takeGradients(branches.get(b).getLast().gradient(), outputGradients, at, width, inputs);
      backward(branches.get(b), shared, trunk.isEmpty() ? null : trunkGradients.get(b), inputs);
      at += width;
    }
    if (!trunk.isEmpty()) {
      addUp(trunk.getLast().gradient(), inputs.rows());
      backward(trunk, observations, null, inputs);
    }
    double squares = Lanes.squares(parameters.gradient, 0, parameters.length(), strands);
    return Math.sqrt(squares);
  }

  private void takeGradients(Rows to, float[] from, int at, int width, Inputs inputs) {
    to.reserve(inputs.rows());
    for (int row = 0; row < inputs.rows(); row++) {
      System.arraycopy(from, row * outputWidth + at, to.values, row * to.width, width);
    }
  }

  private static void backward(
      List<Stage> stages, Rows in, @Nullable Rows inGradient, Inputs inputs) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      Rows before = i == 0 ? in : stages.get(i - 1).output();
      stages.get(i).backward(before, i == 0 ? inGradient : stages.get(i - 1).gradient(), inputs);
    }
  }

  private void addUp(Rows sum, int rows) {
    sum.reserve(rows);
    int length = rows * sum.width;
    System.arraycopy(trunkGradients.getFirst().values, 0, sum.values, 0, length);
    for (Rows more : trunkGradients.subList(1, trunkGradients.size())) {
      for (int at = 0; at < length; at += Lanes.WIDTH) {
        Lanes.load(sum.values, at).add(Lanes.load(more.values, at)).intoArray(sum.values, at);
      }
    }
  }

  /** Adds the last gradient that another network of this shape found; returns the sum's norm. */
  double addGradient(VectorNetwork other) {
    float[] sum = parameters.gradient;
    float[] more = other.parameters.gradient;
    for (int at = 0; at < parameters.length(); at += Lanes.WIDTH) {
      Lanes.load(sum, at).add(Lanes.load(more, at)).intoArray(sum, at);
    }
    return Math.sqrt(Lanes.squares(sum, 0, parameters.length(), strands));
  }

  /** Takes over the parameters of another network of this shape. */
  void copyParameters(VectorNetwork other) {
    System.arraycopy(other.parameters.values, 0, parameters.values, 0, parameters.length());
  }

  @Override
  public float[] gradient() {
    return parameters.gather(parameters.gradient);
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    optimiser.step(rule, learningRate, gradientScale);
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    float[] from = ((VectorNetwork) leader).parameters.values;
    float[] to = parameters.values;
    for (int at = 0; at < parameters.length(); at += Lanes.WIDTH) {
      Lanes.load(to, at)
          .mul((float) (1 - share))
          .add(Lanes.load(from, at).mul((float) share))
          .intoArray(to, at);
    }
  }

  @Override
  public NetworkState state() {
    return new NetworkState(
        parameters.gather(parameters.values),
        parameters.gather(parameters.mean),
        parameters.gather(parameters.variance),
        optimiser.steps());
  }

  @Override
  public void restore(NetworkState state) {
    parameters.spread(state.parameters(), parameters.values);
    parameters.spread(state.mean(), parameters.mean);
    parameters.spread(state.variance(), parameters.variance);
    optimiser.resume(state.steps());
  }

  @Override
  public void close() {
    // Nothing outside the heap.
  }
}
