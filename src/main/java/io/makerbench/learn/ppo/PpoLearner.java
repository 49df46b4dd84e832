package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

/** Learns from whole rollouts. */
final class PpoLearner {
  private final PpoConfig config;
  private final Schedule learningRate;
  private final Schedule clipRange;
  private final Schedule entropyWeight;
  private final Advantages estimate;
  private final RunningMoments valueMoments;
  private final RandomStream shuffling;
  private final PpoUpdates updates;
  private long steps;

  /**
   * @param rollout what it is going to learn from
   * @param threads most threads that fetch its rows
   */
  PpoLearner(
      PpoConfig config,
      ActionDistribution distribution,
      TrainableNetwork network,
      FreeParameters free,
      RunningMoments valueMoments,
      Rollout rollout,
      int threads,
      long seed) {
    this.config = config;
    this.valueMoments = valueMoments;
    learningRate = Schedule.of(config.lr(), config.lrEnd());
    clipRange = Schedule.of(config.clipRange(), config.clipRangeEnd());
    entropyWeight = Schedule.of(config.entCoef(), config.entCoefEnd());
    estimate = new Advantages(config.gaeLambda());
    shuffling = RandomStream.named(seed, "minibatches", 0);
    RandomStream dropout = RandomStream.named(seed, "dropout", 0);
    updates = PpoUpdates.of(config, distribution, network, free, rollout, dropout, threads);
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
   * Learns from the rollout, which is full.
   *
   * @param nextValues worth of each copy's state after it
   * @param share how much of the training was done before it, 0 … 1
   */
  PpoUpdate update(Rollout rollout, double[] nextValues, double share) {
    estimate.estimate(rollout, nextValues);
    double explained = explainedVariance(rollout);
    double mean = 0;
    double deviation = 1;
    if (config.normalizeValues()) {
      valueMoments.add(rollout.returns);
      mean = valueMoments.mean[0];
      deviation = valueMoments.deviation(0);
    }
    Rates rates = new Rates(learningRate.at(share), clipRange.at(share), entropyWeight.at(share));
    updates.begin(rates, mean, deviation, steps);
    boolean near = true;
    for (int epoch = 0; near && epoch < config.nEpochs(); epoch++) {
      near = updates.passage(shuffling);
    }
    PpoUpdates.Sums sums = updates.end();
    steps += sums.learnt();
    return PpoUpdate.of(sums, explained);
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
}
