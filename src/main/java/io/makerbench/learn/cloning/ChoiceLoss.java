package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import io.makerbench.learn.torch.TensorWork;

/**
 * Focal loss of one choice (Lin and others, 2017): −w·(1 − p)^γ·log p, with the probability p that
 * the softmax of the outputs gives the expert's choice and the weight w of that choice. With γ = 0
 * it is the cross-entropy.
 */
final class ChoiceLoss implements RowLoss {
  private static final int[] ROW = {1};

  private final double[] classWeights;
  private final double gamma;
  private final double[] logarithms;

  /**
   * @param classWeights one a choice
   * @param gamma γ, at least 0: how much less a choice counts that is foreseen well
   */
  ChoiceLoss(double[] classWeights, double gamma) {
    this.classWeights = classWeights.clone();
    this.gamma = gamma;
    logarithms = new double[classWeights.length];
  }

  @Override
  public int outputs() {
    return logarithms.length;
  }

  @Override
  public int targets() {
    return 1;
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
    look(outputs, at);
    int choice = (int) targets[targetAt];
    double logarithm = logarithms[choice];
    double missing = -Math.expm1(logarithm);
    double focus = gamma == 0 ? 1 : Math.pow(missing, gamma);
    double factor = weight * classWeights[choice];
    double slope = factor * (focusSlope(logarithm, missing) - focus);
    for (int i = 0; i < logarithms.length; i++) {
      gradients[to + i] = (float) (-slope * Math.exp(logarithms[i]));
    }
    // 1 − p without the cancellation that a sum with the number already there would suffer
    gradients[to + choice] = (float) (slope * missing);
    return -factor * focus * logarithm;
  }

  /** γ·(1 − p)^(γ − 1)·p·log p, which goes to 0 as p goes to 1. */
  private double focusSlope(double logarithm, double missing) {
    return gamma == 0 || missing == 0
        ? 0
        : gamma * Math.pow(missing, gamma - 1) * Math.exp(logarithm) * logarithm;
  }

  private void look(float[] outputs, int at) {
    double largest = outputs[at];
    for (int i = 1; i < logarithms.length; i++) {
      largest = Math.max(largest, outputs[at + i]);
    }
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      sum += Math.exp(outputs[at + i] - largest);
    }
    double logSum = Math.log(sum) + largest;
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = outputs[at + i] - logSum;
    }
  }

  @Override
  public TensorRowLoss onTensors(TensorWork work, NDArray outputs, NDArray targets) {
    NDArray all = outputs.logSoftmax(1);
    NDArray chosen = targets.eq(work.counting(classWeights.length)).toType(DataType.FLOAT64, false);
    NDArray logarithm = all.mul(chosen).sum(ROW, true);
    NDArray missing = missing(work, logarithm);
    NDArray focus = missing.pow(work.scalar(gamma));
    NDArray factor = chosen.mul(work.constant(classWeights)).sum(ROW, true);
    NDArray slope = focusSlopes(work, logarithm, missing).sub(focus).mul(factor);
    NDArray probabilities = all.exp();
    NDArray others = probabilities.sub(probabilities.mul(chosen));
    return new TensorRowLoss(
        factor.mul(focus).mul(logarithm).neg(), chosen.mul(missing).sub(others).mul(slope));
  }

  /** The first of the likeliest. */
  @Override
  public NDArray decide(TensorWork work, NDArray outputs) {
    return outputs.argMax(1).toType(DataType.FLOAT64, false).expandDims(1);
  }

  /** 1 − p = 2t / (t − 1) with t = tanh(½ log p), without the cancellation of a difference. */
  private static NDArray missing(TensorWork work, NDArray logarithm) {
    NDArray t = logarithm.mul(work.scalar(0.5)).tanh();
    return t.mul(work.scalar(2)).div(t.sub(work.scalar(1)));
  }

  /** As {@link #focusSlope}. */
  private NDArray focusSlopes(TensorWork work, NDArray logarithm, NDArray missing) {
    NDArray none = missing.zerosLike();
    if (gamma == 0) {
      return none;
    }
    NDArray power = missing.pow(work.scalar(gamma - 1)).mul(work.scalar(gamma));
    NDArray slopes = power.mul(logarithm.exp()).mul(logarithm);
    return NDArrays.where(missing.gt(none), slopes, none);
  }
}
