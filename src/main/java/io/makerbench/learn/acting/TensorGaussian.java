package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.makerbench.learn.torch.TensorWork;

/** {@link BoxGaussian} for many rows. */
final class TensorGaussian implements TensorDistribution {
  private static final int[] ROW = {1};
  private static final int[] COLUMN = {0};
  private static final int[] NODES = {2};

  private final BoxGaussian of;
  private final TensorWork work;

  /** Rows × numbers. */
  private final NDArray means;

  private final NDArray logDeviations;
  private final NDArray deviations;

  /** How many deviations an action is away from the mean, rows × numbers. */
  private final NDArray x;

  /**
   * @param of the distribution of one row
   * @param free logarithms of the deviations, a vector of doubles
   */
  TensorGaussian(BoxGaussian of, TensorWork work, NDArray outputs, NDArray free, NDArray actions) {
    this.of = of;
    this.work = work;
    means = outputs;
    logDeviations = free;
    deviations = free.exp();
    x = actions.toType(DataType.FLOAT64, false).sub(means).div(deviations);
  }

  @Override
  public NDArray relativeLogProbabilities() {
    return x.square().mul(work.scalar(-0.5)).sub(logDeviations).sum(ROW, true);
  }

  @Override
  public NDArray entropies() {
    NDArray each =
        logDeviations.add(work.scalar(of.entropyOfUnit())).reshape(1, logDeviations.size());
    if (!of.isBounded()) {
      return each.broadcast(means.getShape()).sum(ROW, true);
    }
    return meanLogSlopes().add(each).sum(ROW, true);
  }

  /** Means of log(1 − tanh² u), rows × numbers. */
  private NDArray meanLogSlopes() {
    // log(1 − tanh² u) = 2 (log 2 − |u| − log(1 + e^(−2|u|)))
    NDArray size = nodes().abs();
    NDArray tail = size.mul(work.scalar(-2)).getNDArrayInternal().softPlus();
    NDArray slopes = size.add(tail).sub(work.scalar(Math.log(2))).mul(work.scalar(-2));
    return slopes.mul(weights()).sum(NODES);
  }

  /** Where the quadrature looks, rows × numbers × nodes. */
  private NDArray nodes() {
    return means.expandDims(2).add(away());
  }

  /** How far that is from the mean, numbers × nodes. */
  private NDArray away() {
    return deviations.expandDims(1).mul(work.constant(BoxGaussian.SIGNED_NODES));
  }

  private NDArray weights() {
    return work.constant(BoxGaussian.SHARES);
  }

  @Override
  public NDArray slopes(NDArray byLogProbabilities, double byEntropy) {
    NDArray byMean = x.div(deviations).mul(byLogProbabilities);
    return bounds(byEntropy) ? byMean.add(byNodes(byEntropy).sum(NODES)) : byMean;
  }

  @Override
  public NDArray freeSlopes(NDArray byLogProbabilities, double byEntropy) {
    NDArray byDeviation =
        x.square().sub(work.scalar(1)).mul(byLogProbabilities).add(work.scalar(byEntropy));
    if (bounds(byEntropy)) {
      byDeviation = byDeviation.add(byNodes(byEntropy).mul(away()).sum(NODES));
    }
    return byDeviation.sum(COLUMN);
  }

  private boolean bounds(double byEntropy) {
    return of.isBounded() && byEntropy != 0;
  }

  /** Slopes of the entropy's part by each node, rows × numbers × nodes. */
  private NDArray byNodes(double byEntropy) {
    return nodes().tanh().mul(weights()).mul(work.scalar(-2 * byEntropy));
  }
}
