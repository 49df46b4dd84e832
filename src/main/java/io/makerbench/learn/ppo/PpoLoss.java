package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import java.util.Arrays;

/**
 * The loss of a minibatch, as slopes by the network's outputs: the mean over its rows of −min(r·A,
 * clip(r, 1 ± ε)·A) + c_v·(R − V)² − c_e·H, with the ratio r of the probability of an action to
 * what it was in the rollout (Schulman and others, 2017).
 */
final class PpoLoss {
  /** Added to the deviation of advantages, as the reference does. */
  static final double ADVANTAGE_EPSILON = 1e-8;

  private final PpoConfig config;
  private final ActionDistribution distribution;
  private final int outputs;
  private final int valueAt;
  private double advantageMean;
  private double advantageScale;
  private double valueMean;
  private double valueDeviation = 1;

  // Sums over the rows of the minibatch looked at last.
  private double policyLoss;
  private double valueLoss;
  private double entropy;
  private double divergence;
  private int clipped;

  PpoLoss(PpoConfig config, ActionDistribution distribution, int outputs, int valueAt) {
    this.config = config;
    this.distribution = distribution;
    this.outputs = outputs;
    this.valueAt = valueAt;
  }

  /** Says by what the values that the network gives are shifted and scaled. */
  void scaleValues(double mean, double deviation) {
    valueMean = mean;
    valueDeviation = deviation;
  }

  /**
   * Finds the slopes.
   *
   * @param samples what is known of the rows
   * @param count rows
   * @param out rows of outputs
   * @param gradients receives the slopes by them
   */
  void measure(
      Samples samples,
      int count,
      float[] out,
      FreeParameters free,
      double clipRange,
      double entropyWeight,
      float[] gradients) {
    clear(free);
    scaleAdvantages(samples, count);
    for (int i = 0; i < count; i++) {
      int at = i * outputs;
      distribution.look(out, at, free.values);
      double byLog = policySlope(samples, i, clipRange) / count;
      double byEntropy = -entropyWeight / count;
      if (entropyWeight != 0) {
        entropy += distribution.entropy();
      }
      distribution.gradient(
          samples.actions, i * samples.actionWidth, byLog, byEntropy, gradients, at, free.gradient);
      gradients[at + valueAt] = (float) (valueSlope(samples, i, out[at + valueAt]) / count);
    }
    policyLoss /= count;
    valueLoss /= count;
    divergence /= count;
    entropy /= count;
  }

  private void clear(FreeParameters free) {
    Arrays.fill(free.gradient, 0);
    policyLoss = 0;
    valueLoss = 0;
    entropy = 0;
    divergence = 0;
    clipped = 0;
  }

  private void scaleAdvantages(Samples samples, int count) {
    advantageMean = 0;
    advantageScale = 1;
    if (!config.normalizeAdvantage() || count < 2) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += samples.advantages[i];
    }
    advantageMean = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double away = samples.advantages[i] - advantageMean;
      squares += away * away;
    }
    advantageScale = 1 / (Math.sqrt(squares / (count - 1)) + ADVANTAGE_EPSILON);
  }

  /** Slope of the policy's loss in a row by the log-probability of its action. */
  private double policySlope(Samples samples, int row, double clipRange) {
    double advantage = (samples.advantages[row] - advantageMean) * advantageScale;
    double now = distribution.relativeLogProbability(samples.actions, row * samples.actionWidth);
    double change = now - samples.logProbabilities[row];
    double ratio = Math.exp(change);
    divergence += ratio - 1 - change;
    if (Math.abs(ratio - 1) > clipRange) {
      clipped++;
    }
    double bounded = Math.clamp(ratio, 1 - clipRange, 1 + clipRange);
    boolean pays = ratio * advantage <= bounded * advantage;
    policyLoss -= Math.min(ratio * advantage, bounded * advantage);
    return pays ? -ratio * advantage : 0;
  }

  /** Slope of the weighted loss of a value by the network's output. */
  private double valueSlope(Samples samples, int row, double output) {
    double target = (samples.returns[row] - valueMean) / valueDeviation;
    double error = output - target;
    Double clip = config.clipRangeValue();
    if (clip != null) {
      double before = (samples.values[row] - valueMean) / valueDeviation;
      double bounded = Math.clamp(output, before - clip, before + clip);
      if (bounded != output) {
        valueLoss += (bounded - target) * (bounded - target);
        return 0;
      }
    }
    valueLoss += error * error;
    return 2 * config.vfCoef() * error;
  }

  /** Mean of the policy's part. */
  double policyLoss() {
    return policyLoss;
  }

  /** Mean squared error of the values. */
  double valueLoss() {
    return valueLoss;
  }

  /** Mean entropy; 0 where it has no weight. */
  double entropy() {
    return entropy;
  }

  /** Estimate of the divergence from the old policy to the new, (r − 1) − ln r (Schulman, 2020). */
  double divergence() {
    return divergence;
  }

  /** Rows whose ratio lies beyond the clip range. */
  int clipped() {
    return clipped;
  }
}
