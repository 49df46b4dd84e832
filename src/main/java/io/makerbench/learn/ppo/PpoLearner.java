package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

/** Learns from whole rollouts. */
final class PpoLearner {
  /** By how much a divergence may exceed the target, as in the reference. */
  private static final double DIVERGENCE_TOLERANCE = 1.5;

  /** Added to the norm that divides, as PyTorch does. */
  private static final double NORM_EPSILON = 1e-6;

  private final PpoConfig config;
  private final Schedule learningRate;
  private final Schedule clipRange;
  private final Schedule entropyWeight;
  private final Advantages estimate;
  private final OptimiserRule rule;
  private final ActionDistribution distribution;
  private final PpoLoss loss;
  private final TrainableNetwork network;
  private final FreeParameters free;
  private final RunningMoments valueMoments;
  private final RandomStream shuffling;
  private final RandomStream dropout;
  private final Minibatches minibatches;
  private final float[] outputs;
  private final float[] gradients;
  private long steps;

  PpoLearner(
      PpoConfig config,
      ActionDistribution distribution,
      TrainableNetwork network,
      FreeParameters free,
      RunningMoments valueMoments,
      Minibatches minibatches,
      long seed) {
    this.config = config;
    this.distribution = distribution;
    this.network = network;
    this.free = free;
    this.valueMoments = valueMoments;
    learningRate = Schedule.of(config.lr(), config.lrEnd());
    clipRange = Schedule.of(config.clipRange(), config.clipRangeEnd());
    entropyWeight = Schedule.of(config.entCoef(), config.entCoefEnd());
    estimate = new Advantages(config.gaeLambda());
    rule = config.optimizer().rule();
    int width = network.shape().outputs();
    loss = new PpoLoss(config, distribution, width, network.shape().offset(Branch.VALUE));
    shuffling = RandomStream.named(seed, "minibatches", 0);
    dropout = RandomStream.named(seed, "dropout", 0);
    this.minibatches = minibatches;
    outputs = new float[minibatches.largest() * width];
    gradients = new float[minibatches.largest() * width];
  }

  RandomStream shuffling() {
    return shuffling;
  }

  /** Steps of the optimiser so far. */
  long steps() {
    return steps;
  }

  void resume(long stepsMade) {
    steps = stepsMade;
  }

  double learningRate(double share) {
    return learningRate.at(share);
  }

  /**
   * Learns from a full rollout.
   *
   * @param nextValues worth of each copy's state after it
   * @param share how much of the training was done before it, 0 … 1
   */
  PpoUpdate update(Rollout rollout, double[] nextValues, double share) {
    estimate.estimate(rollout, nextValues);
    double explained = explainedVariance(rollout);
    if (config.normalizeValues()) {
      valueMoments.add(rollout.returns);
      loss.scaleValues(valueMoments.mean[0], valueMoments.deviation(0));
    }
    Sums sums = new Sums();
    for (int epoch = 0; epoch < config.nEpochs(); epoch++) {
      minibatches.shuffle(shuffling);
      while (minibatches.advance()) {
        if (!learn(share, sums)) {
          return sums.update(explained);
        }
      }
    }
    return sums.update(explained);
  }

  /** Learns from a minibatch; false where the policy has moved far enough. */
  private boolean learn(double share, Sums sums) {
    int rows = minibatches.inputs().rows();
    network.forward(minibatches.inputs(), outputs, dropout);
    loss.measure(
        minibatches.samples(),
        rows,
        outputs,
        free,
        clipRange.at(share),
        entropyWeight.at(share),
        gradients);
    if (sums.minibatches == 0) {
      sums.entropy = entropy(rows);
    }
    sums.add(loss, rows);
    Double target = config.targetKl();
    if (target != null && loss.divergence() > DIVERGENCE_TOLERANCE * target) {
      return false;
    }
    double norm = network.backward(gradients);
    double whole = Math.sqrt(norm * norm + free.squares());
    sums.gradientNorm += whole;
    steps++;
    double scale = Math.min(1, config.maxGradNorm() / (whole + NORM_EPSILON));
    network.step(rule, learningRate.at(share), scale);
    free.step(rule, learningRate.at(share), scale, steps);
    return true;
  }

  private double entropy(int rows) {
    double sum = 0;
    int width = network.shape().outputs();
    for (int row = 0; row < rows; row++) {
      distribution.look(outputs, row * width, free.values);
      sum += distribution.entropy();
    }
    return sum / rows;
  }

  private static double explainedVariance(Rollout rollout) {
    int rows = rollout.rows();
    double errorMean = 0;
    double returnMean = 0;
    for (int row = 0; row < rows; row++) {
      errorMean += rollout.advantages[row] / rows;
      returnMean += rollout.returns[row] / rows;
    }
    double errors = 0;
    double all = 0;
    for (int row = 0; row < rows; row++) {
      double error = rollout.advantages[row] - errorMean;
      double away = rollout.returns[row] - returnMean;
      errors += error * error;
      all += away * away;
    }
    return all == 0 ? Double.NaN : 1 - errors / all;
  }

  /** What minibatches found, added up. */
  private static final class Sums {
    private double policyLoss;
    private double valueLoss;
    private double divergence;
    private double clipped;
    private double gradientNorm;
    private double entropy;
    private int minibatches;

    void add(PpoLoss loss, int rows) {
      policyLoss += loss.policyLoss();
      valueLoss += loss.valueLoss();
      divergence += loss.divergence();
      clipped += (double) loss.clipped() / rows;
      minibatches++;
    }

    PpoUpdate update(double explainedVariance) {
      return new PpoUpdate(
          policyLoss / minibatches,
          valueLoss / minibatches,
          entropy,
          divergence / minibatches,
          clipped / minibatches,
          gradientNorm / minibatches,
          explainedVariance,
          minibatches);
    }
  }
}
