package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorWork;

/** {@link DirichletShares} for many rows. */
final class TensorDirichlet implements TensorDistribution {
  private static final int[] ROW = {1};

  private final TensorWork work;
  private final GammaSlopes gamma;
  private final double shares;
  private final NDArray outputs;

  /** Rows × shares. */
  private final NDArray concentrations;

  /** Concentrations less 1. */
  private final NDArray beyondOne;

  /** Rows × 1. */
  private final NDArray total;

  private final NDArray logarithms;

  TensorDirichlet(TensorWork work, NDArray outputs, NDArray actions) {
    this.work = work;
    this.outputs = outputs;
    gamma = new GammaSlopes(work);
    shares = outputs.getShape().get(1);
    beyondOne = work.softplus(outputs);
    concentrations = beyondOne.add(work.scalar(1));
    total = concentrations.sum(ROW, true);
    logarithms = actions.toType(DataType.FLOAT64, false).log();
  }

  @Override
  public NDArray relativeLogProbabilities() {
    NDArray each = beyondOne.mul(logarithms).sub(concentrations.gammaln());
    return each.sum(ROW, true).add(total.gammaln());
  }

  @Override
  public NDArray entropies() {
    NDArray each = concentrations.gammaln().sub(beyondOne.mul(gamma.first(concentrations)));
    return each.sum(ROW, true).add(totalBeyond().mul(gamma.first(total))).sub(total.gammaln());
  }

  private NDArray totalBeyond() {
    return total.sub(work.scalar(shares));
  }

  @Override
  public NDArray slopes(NDArray byLogProbabilities, double byEntropy) {
    NDArray slopes =
        logarithms.sub(gamma.first(concentrations)).add(gamma.first(total)).mul(byLogProbabilities);
    if (byEntropy != 0) {
      NDArray ofTotal = totalBeyond().mul(gamma.second(total));
      NDArray own = beyondOne.mul(gamma.second(concentrations));
      slopes = slopes.add(own.sub(ofTotal).mul(work.scalar(-byEntropy)));
    }
    return slopes.mul(outputs.getNDArrayInternal().sigmoid());
  }

  @Override
  public NDArray freeSlopes(NDArray byLogProbabilities, double byEntropy) {
    return work.zeros(new Shape(0), DataType.FLOAT64);
  }
}
