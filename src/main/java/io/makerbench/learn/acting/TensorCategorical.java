package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorWork;

/** {@link Categorical} for many rows. */
final class TensorCategorical implements TensorDistribution {
  private static final int[] ROW = {1};

  private final TensorWork work;
  private final NDArray logarithms;
  private final NDArray probabilities;

  /** 1 at the choice that was made. */
  private final NDArray made;

  TensorCategorical(TensorWork work, NDArray outputs, NDArray actions) {
    this.work = work;
    logarithms = outputs.logSoftmax(1);
    probabilities = logarithms.exp();
    NDArray choices = work.counting((int) outputs.getShape().get(1));
    made = actions.eq(choices).toType(DataType.FLOAT64, false);
  }

  @Override
  public NDArray relativeLogProbabilities() {
    return logarithms.mul(made).sum(ROW, true);
  }

  @Override
  public NDArray entropies() {
    return probabilities.mul(logarithms).sum(ROW, true).neg();
  }

  @Override
  public NDArray slopes(NDArray byLogProbabilities, double byEntropy) {
    NDArray slope = byLogProbabilities;
    if (byEntropy != 0) {
      slope = logarithms.add(entropies()).mul(work.scalar(byEntropy)).add(byLogProbabilities);
    }
    return made.mul(byLogProbabilities).sub(probabilities.mul(slope));
  }

  @Override
  public NDArray freeSlopes(NDArray byLogProbabilities, double byEntropy) {
    return work.zeros(new Shape(0), DataType.FLOAT64);
  }
}
