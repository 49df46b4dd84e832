package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import io.makerbench.learn.torch.TensorWork;
import java.util.Arrays;

/** Loss of a vector of numbers: the mean over them of weight times loss of the error. */
final class NumbersLoss implements RowLoss {
  private static final int[] ROW = {1};

  private final Link link;
  private final NumberLoss kind;
  private final double delta;
  private final double[] weights;

  /** Weights in the mean over the numbers. */
  private final double[] shares;

  private final double[] numbers;
  private final double[] slopes;

  /**
   * @param link how outputs become numbers
   * @param delta error beyond which Huber's loss is linear
   * @param weights one a number
   */
  NumbersLoss(Link link, NumberLoss kind, double delta, double[] weights) {
    this.link = link;
    this.kind = kind;
    this.delta = delta;
    this.weights = weights.clone();
    shares = Arrays.stream(weights).map(weight -> weight / weights.length).toArray();
    numbers = new double[weights.length];
    slopes = new double[weights.length];
  }

  @Override
  public int outputs() {
    return weights.length;
  }

  @Override
  public int targets() {
    return weights.length;
  }

  @Override
  public double of(
      float[] outputs,
      int at,
      float[] targets,
      int targetAt,
      double weight,
      float[] gradients,
      int to) {
    link.apply(outputs, at, numbers);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double factor = weight * weights[i] / weights.length;
      double error = numbers[i] - targets[targetAt + i];
      sum += factor * loss(error);
      slopes[i] = factor * slope(error);
    }
    link.pull(outputs, at, numbers, slopes);
    for (int i = 0; i < weights.length; i++) {
      gradients[to + i] = (float) slopes[i];
    }
    return sum;
  }

  private double loss(double error) {
    double size = Math.abs(error);
    return switch (kind) {
      case MSE -> error * error;
      case HUBER -> size <= delta ? error * error / 2 : delta * (size - delta / 2);
    };
  }

  private double slope(double error) {
    return switch (kind) {
      case MSE -> 2 * error;
      case HUBER -> Math.clamp(error, -delta, delta);
    };
  }

  @Override
  public TensorRowLoss onTensors(TensorWork work, NDArray outputs, NDArray targets) {
    NDArray found = link.apply(work, outputs);
    NDArray error = found.sub(targets);
    NDArray factors = work.constant(shares);
    NDArray byNumbers = slopes(work, error).mul(factors);
    return new TensorRowLoss(
        losses(work, error).mul(factors).sum(ROW, true),
        link.pull(work, outputs, found, byNumbers));
  }

  @Override
  public NDArray decide(TensorWork work, NDArray outputs) {
    return link.apply(work, outputs);
  }

  private NDArray losses(TensorWork work, NDArray error) {
    if (kind == NumberLoss.MSE) {
      return error.square();
    }
    // e²/2 within δ, δ(|e| − δ/2) beyond it: n(|e| − n/2) with n the smaller of |e| and δ.
    NDArray size = error.abs();
    NDArray near = size.minimum(work.scalar(delta));
    return size.sub(near.mul(work.scalar(0.5))).mul(near);
  }

  private NDArray slopes(TensorWork work, NDArray error) {
    return switch (kind) {
      case MSE -> error.mul(work.scalar(2));
      case HUBER -> error.maximum(work.scalar(-delta)).minimum(work.scalar(delta));
    };
  }
}
