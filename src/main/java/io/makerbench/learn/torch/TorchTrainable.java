package io.makerbench.learn.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network on PyTorch's tensors. Autograd is driven by thread and tensor and not through the
 * library's collector, of which a process has one, so several may learn in one process.
 *
 * <p>Between a forward pass and its backward pass the tensors in between are kept; each forward
 * pass frees those of the one before.
 */
public final class TorchTrainable implements TensorNetwork {
  private final NetworkShape shape;
  private final Precision precision;
  private final TensorLayers layers;
  private final NDManager manager;
  private final TensorParameters parameters;
  private final TensorHome home;

  /** Of the parameters, apart from any gradient, and what they belong to. */
  private List<NDArray> views = List.of();

  private TensorWork viewed;

  private long steps;
  private @Nullable TensorWork passed;
  private @Nullable NDArray outputs;

  /** A network of this shape whose parameters are all zero. */
  public TorchTrainable(NetworkShape shape, Engine engine, Device device, Precision precision) {
    this.shape = shape;
    this.precision = precision;
    layers = new TensorLayers(shape, precision);
    manager = engine.newBaseManager(device);
    home = new TensorHome(manager);
    Shape size = new Shape(shape.size());
    parameters =
        new TensorParameters(manager.zeros(size), manager.zeros(size), manager.zeros(size));
    parameters.values().setRequiresGradient(true);
    manager.cap();
    viewed = work();
    view();
  }

  /** Looks where the parameters are. */
  private void view() {
    JniUtils.setGradMode(false);
    viewed.close();
    viewed = work();
    try (TensorWork work = work()) {
      work.lend(parameters.values());
      views = layers.views(parameters.values());
      views.forEach(viewed::keep);
    }
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  @Override
  public TensorWork work() {
    return new TensorWork(manager, home);
  }

  @Override
  public Transfers transfers() {
    return home.transfers();
  }

  @Override
  public TensorParameters parameters(
      TensorWork work, float[] values, float[] mean, float[] variance) {
    Shape size = new Shape(values.length);
    return new TensorParameters(
        work.up(values, size), work.up(mean, size), work.up(variance, size));
  }

  @Override
  public void predict(Inputs inputs, float[] out, float[] stateAfter) {
    try (TensorWork work = work()) {
      NDList found = predict(work, inputs(work, inputs));
      copy(work, found.get(0), out);
      if (found.size() > 1) {
        copy(work, found.get(1), stateAfter);
      }
    }
  }

  @Override
  public NDList predict(TensorWork work, TensorInputs inputs) {
    JniUtils.setGradMode(false);
    return layers.run(views, inputs, work, null);
  }

  private TensorInputs inputs(TensorWork work, Inputs inputs) {
    return TensorInputs.of(work, inputs, shape.inputs(), shape.stateWidth());
  }

  private static void copy(TensorWork work, NDArray from, float[] to) {
    float[] values = work.floats(from);
    System.arraycopy(values, 0, to, 0, values.length);
  }

  @Override
  public void forward(Inputs inputs, float[] out, RandomStream dropout) {
    free();
    TensorWork work = work();
    passed = work;
    NDArray found = forward(work, inputs(work, inputs), dropout);
    outputs = found;
    copy(work, found, out);
  }

  @Override
  public NDArray forward(TensorWork work, TensorInputs inputs, RandomStream dropout) {
    JniUtils.setGradMode(true);
    try {
      work.lend(parameters.values());
      return layers.run(layers.views(parameters.values()), inputs, work, dropout).get(0);
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  private void free() {
    if (passed != null) {
      passed.close();
      passed = null;
      outputs = null;
    }
  }

  @Override
  public double backward(float[] outputGradients) {
    TensorWork work = passed;
    NDArray last = outputs;
    if (work == null || last == null) {
      throw new IllegalStateException("A backward pass follows a forward pass.");
    }
    double norm = work.floats(backward(work, last, work.up(outputGradients, last.getShape())))[0];
    free();
    return norm;
  }

  @Override
  public NDArray backward(TensorWork work, NDArray last, NDArray slopes) {
    return switch (precision) {
      case SINGLE -> {
        differentiate(last, slopes, false);
        yield norm(work);
      }
      case MIXED -> scaledBack(work, last, slopes);
    };
  }

  private NDArray norm(TensorWork work) {
    work.lend(parameters.values());
    return parameters.values().getGradient().norm();
  }

  /** The way back can be gone again, where 16 bits did not hold what came of it. */
  private NDArray scaledBack(TensorWork work, NDArray last, NDArray slopes) {
    float largest = work.floats(slopes.abs().max())[0];
    GradientScale scale = new GradientScale(largest, (int) last.getShape().get(0));
    NDArray norm;
    do {
      differentiate(last, slopes.mul(work.scalar(scale.factor())), true);
      parameters.values().getGradient().muli(work.scalar(1 / scale.factor()));
      norm = norm(work);
    } while (!Float.isFinite(work.floats(norm)[0]) && scale.reduce());
    return norm;
  }

  /**
   * @param again true where the way may have to be gone once more
   */
  private void differentiate(NDArray last, NDArray slopes, boolean again) {
    JniUtils.zeroGrad((PtNDArray) parameters.values());
    JniUtils.backward((PtNDArray) last, (PtNDArray) slopes, again, false);
  }

  @Override
  public float[] gradient() {
    try (TensorWork work = work()) {
      work.lend(parameters.values());
      return work.floats(parameters.values().getGradient());
    }
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    steps++;
    try (TensorWork work = work()) {
      work.lend(parameters.values());
      NDArray gradient = parameters.values().getGradient();
      parameters.step(rule, learningRate, gradient, gradientScale, steps);
    }
  }

  @Override
  public void step(TensorWork work, OptimiserRule rule, double learningRate, NDArray scale) {
    steps++;
    work.lend(parameters.values());
    NDArray gradient = parameters.values().getGradient();
    parameters.step(rule, learningRate, gradient, scale, steps);
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    NDArray own = parameters.values();
    NDArray from = ((TorchTrainable) leader).parameters.values();
    JniUtils.setGradMode(false);
    try (TensorWork work = work()) {
      work.lend(own, from);
      own.muli(work.scalar(1 - share)).addi(from.mul(work.scalar(share)));
    }
  }

  @Override
  public NetworkState state() {
    try (TensorWork work = work()) {
      return new NetworkState(
          work.floats(parameters.values()),
          work.floats(parameters.mean()),
          work.floats(parameters.variance()),
          steps);
    }
  }

  @Override
  public void restore(NetworkState state) {
    JniUtils.setGradMode(false);
    parameters.values().set(FloatBuffer.wrap(state.parameters()));
    parameters.mean().set(FloatBuffer.wrap(state.mean()));
    parameters.variance().set(FloatBuffer.wrap(state.variance()));
    steps = state.steps();
    view(); // the library has put them elsewhere
  }

  @Override
  public void close() {
    free();
    manager.close();
  }
}
