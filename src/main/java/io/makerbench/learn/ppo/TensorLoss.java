package io.makerbench.learn.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.makerbench.learn.acting.TensorDistribution;
import io.makerbench.learn.torch.TensorWork;

/** The loss of a minibatch and its slopes as {@link PpoLoss} has them, on tensors of doubles. */
final class TensorLoss {
  private final PpoConfig config;
  private final Rates rates;
  private final TensorWork work;
  private final TensorDistribution distribution;
  private final TensorRollout.Sample sample;
  private final NDArray perRow;

  /** Slopes by the log-probability of each action, rows × 1. */
  private final NDArray byLog;

  private final NDArray policyLoss;
  private final NDArray divergence;
  private final NDArray clipped;

  /** What the network says that states are worth, within the range it may move in. */
  private final NDArray boundedValues;

  private final NDArray values;
  private final double rows;

  /**
   * @param values that the network gives, rows × 1
   */
  TensorLoss(
      PpoConfig config,
      Rates rates,
      TensorWork work,
      TensorDistribution distribution,
      TensorRollout.Sample sample,
      NDArray values) {
    this.config = config;
    this.rates = rates;
    this.work = work;
    this.distribution = distribution;
    this.sample = sample;
    this.values = values;
    rows = values.size();
    perRow = work.scalar(1 / rows);
    NDArray change = distribution.relativeLogProbabilities().sub(sample.logProbabilities());
    NDArray ratio = change.exp();
    NDArray away = ratio.sub(work.scalar(1));
    divergence = away.sub(change).mean();
    clipped = number(away.abs().gt(work.scalar(rates.clipRange()))).mean();
    NDArray advantages = advantages();
    NDArray free = ratio.mul(advantages);
    NDArray held = bounded(ratio).mul(advantages);
    policyLoss = free.minimum(held).mean().neg();
    NDArray slope = free.mul(perRow).neg();
    byLog = NDArrays.where(free.lte(held), slope, slope.zerosLike());
    boundedValues = boundedValues();
  }

  private static NDArray number(NDArray truths) {
    return truths.toType(DataType.FLOAT64, false);
  }

  private NDArray bounded(NDArray ratio) {
    return ratio
        .maximum(work.scalar(1 - rates.clipRange()))
        .minimum(work.scalar(1 + rates.clipRange()));
  }

  private NDArray advantages() {
    NDArray advantages = sample.advantages();
    if (!config.normalizeAdvantage() || rows < 2) {
      return advantages;
    }
    NDArray centred = advantages.sub(advantages.mean());
    NDArray variance = centred.square().sum().mul(work.scalar(1 / (rows - 1)));
    return centred.div(variance.sqrt().add(work.scalar(PpoLoss.ADVANTAGE_EPSILON)));
  }

  private NDArray boundedValues() {
    Double clip = config.clipRangeValue();
    if (clip == null) {
      return values;
    }
    return values
        .maximum(sample.values().sub(work.scalar(clip)))
        .minimum(sample.values().add(work.scalar(clip)));
  }

  /** Mean of the policy's part. */
  NDArray policyLoss() {
    return policyLoss;
  }

  /** Mean squared error of the values. */
  NDArray valueLoss() {
    return boundedValues.sub(sample.targets()).square().mean();
  }

  NDArray divergence() {
    return divergence;
  }

  /** Share of rows whose ratio lies beyond the clip range. */
  NDArray clipped() {
    return clipped;
  }

  /** Slopes by the network's outputs, those of the policy before that of the value. */
  NDArray slopes() {
    NDList all = new NDList(distribution.slopes(byLog, byEntropy()), valueSlopes());
    return NDArrays.concat(all, 1).toType(DataType.FLOAT32, false);
  }

  private NDArray valueSlopes() {
    NDArray weight = work.scalar(2 * config.vfCoef() / rows);
    NDArray slopes = values.sub(sample.targets()).mul(weight);
    return config.clipRangeValue() == null
        ? slopes
        : NDArrays.where(boundedValues.eq(values), slopes, slopes.zerosLike());
  }

  /** Slopes by the free parameters, float. */
  NDArray freeSlopes() {
    return distribution.freeSlopes(byLog, byEntropy()).toType(DataType.FLOAT32, false);
  }

  private double byEntropy() {
    return -rates.entropyWeight() / rows;
  }
}
