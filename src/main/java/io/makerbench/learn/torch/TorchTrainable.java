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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A network on PyTorch's tensors. Autograd is driven by thread and tensor and not through the
 * library's collector, of which a process has one, so several may learn in one process.
 *
 * <p>Between a forward pass and its backward pass the tensors in between are kept; each forward
 * pass frees those of the one before.
 */
public final class TorchTrainable implements TrainableNetwork {
  private static final float NO_CLIP = -1;

  private final NetworkShape shape;
  private final Precision precision;
  private final TensorLayers layers;
  private final NDManager manager;
  private final NDArray parameters;
  private final NDArray mean;
  private final NDArray variance;
  private long steps;
  private @Nullable NDManager passed;
  private @Nullable NDArray outputs;

  /** A network of this shape whose parameters are all zero. */
  public TorchTrainable(NetworkShape shape, Engine engine, Device device, Precision precision) {
    this.shape = shape;
    this.precision = precision;
    layers = new TensorLayers(shape, precision);
    manager = engine.newBaseManager(device);
    parameters = manager.zeros(new Shape(shape.size()));
    parameters.setRequiresGradient(true);
    mean = manager.zeros(new Shape(shape.size()));
    variance = manager.zeros(new Shape(shape.size()));
    manager.cap();
  }

  @Override
  public NetworkShape shape() {
    return shape;
  }

  @Override
  public void predict(Inputs inputs, float[] out, float[] stateAfter) {
    JniUtils.setGradMode(false);
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters);
      NDList found = layers.run(parameters, inputs, work, null);
      copy(found.get(0), out);
      if (found.size() > 1) {
        copy(found.get(1), stateAfter);
      }
    }
  }

  private static void copy(NDArray from, float[] to) {
    float[] values = from.toFloatArray();
    System.arraycopy(values, 0, to, 0, values.length);
  }

  @Override
  public void forward(Inputs inputs, float[] out, RandomStream dropout) {
    free();
    NDManager work = manager.newSubManager();
    passed = work;
    JniUtils.setGradMode(true);
    try {
      NDArray found = onTensors(inputs, work, dropout);
      outputs = found;
      copy(found, out);
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  private NDArray onTensors(Inputs inputs, NDManager work, RandomStream dropout) {
    parameters.tempAttach(work);
    return layers.run(parameters, inputs, work, dropout).get(0);
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
    NDManager work = passed;
    NDArray last = outputs;
    if (work == null || last == null) {
      throw new IllegalStateException("A backward pass follows a forward pass.");
    }
    int length = (int) last.getShape().size();
    float[] slopes = Arrays.copyOf(outputGradients, length);
    double norm =
        switch (precision) {
          case SINGLE -> back(last, work.create(slopes, last.getShape()), 1);
          case MIXED -> scaledBack(last, work.create(slopes, last.getShape()), slopes);
        };
    free();
    return norm;
  }

  private double scaledBack(NDArray last, NDArray slopes, float[] values) {
    GradientScale scale = new GradientScale(values, values.length, (int) last.getShape().get(0));
    double norm;
    do {
      norm = back(last, slopes, scale.factor());
    } while (!Double.isFinite(norm) && scale.reduce());
    return norm;
  }

  /** Leaves the gradient and returns its norm; the way back can be gone again. */
  private double back(NDArray last, NDArray slopes, double factor) {
    JniUtils.zeroGrad((PtNDArray) parameters);
    boolean again = precision == Precision.MIXED;
    NDArray by = again ? slopes.mul(factor) : slopes;
    JniUtils.backward((PtNDArray) last, (PtNDArray) by, again, false);
    NDArray gradient = parameters.getGradient();
    if (again) {
      gradient.muli(1 / factor);
    }
    return gradient.norm().getFloat();
  }

  @Override
  public float[] gradient() {
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters);
      return parameters.getGradient().toFloatArray();
    }
  }

  @Override
  public void step(OptimiserRule rule, double learningRate, double gradientScale) {
    steps++;
    double meanCorrection = rule.meanCorrection(steps);
    double rootCorrection = Math.sqrt(rule.varianceCorrection(steps));
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters);
      // The native step divides by √v + ε without correcting v; correcting ε instead is the same.
      JniUtils.adamUpdate(
          (PtNDArray) parameters,
          (PtNDArray) parameters.getGradient(),
          (PtNDArray) mean,
          (PtNDArray) variance,
          (float) learningRate,
          (float) (learningRate * rootCorrection / meanCorrection),
          (float) rule.weightDecay(),
          (float) gradientScale,
          NO_CLIP,
          (float) rule.beta1(),
          (float) rule.beta2(),
          (float) (rule.epsilon() * rootCorrection),
          true);
    }
  }

  @Override
  public void follow(TrainableNetwork leader, double share) {
    NDArray from = ((TorchTrainable) leader).parameters;
    JniUtils.setGradMode(false);
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters, from);
      parameters.muli(1 - share).addi(from.mul(share));
    }
  }

  @Override
  public NetworkState state() {
    return new NetworkState(
        parameters.toFloatArray(), mean.toFloatArray(), variance.toFloatArray(), steps);
  }

  @Override
  public void restore(NetworkState state) {
    JniUtils.setGradMode(false);
    try (NDManager work = manager.newSubManager()) {
      work.tempAttachAll(parameters, mean, variance);
      work.create(state.parameters()).copyTo(parameters);
      work.create(state.mean()).copyTo(mean);
      work.create(state.variance()).copyTo(variance);
    }
    steps = state.steps();
  }

  @Override
  public void close() {
    free();
    manager.close();
  }
}
