package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

/** Passages on the heap: minibatches are gathered there, and losses are reckoned row by row. */
final class HostUpdates implements PpoUpdates {
  private final PpoConfig config;
  private final ActionDistribution distribution;
  private final TrainableNetwork network;
  private final FreeParameters free;
  private final OptimiserRule rule;
  private final PpoLoss loss;
  private final Minibatches minibatches;
  private final RandomStream dropout;
  private final float[] outputs;
  private final float[] gradients;
  private Rates rates = new Rates(0, 0, 0);
  private long stepsBefore;

  private double policyLoss;
  private double valueLoss;
  private double divergence;
  private double clipped;
  private double gradientNorm;
  private double entropy;
  private int looked;
  private int learnt;

  HostUpdates(
      PpoConfig config,
      ActionDistribution distribution,
      TrainableNetwork network,
      FreeParameters free,
      Rollout rollout,
      RandomStream dropout,
      int threads) {
    this.config = config;
    this.distribution = distribution;
    this.network = network;
    this.free = free;
    this.dropout = dropout;
    rule = config.optimizer().rule();
    int width = network.shape().outputs();
    loss = new PpoLoss(config, distribution, width, network.shape().offset(Branch.VALUE));
    minibatches = new Minibatches(rollout, config.minibatchSize(), threads);
    outputs = new float[minibatches.largest() * width];
    gradients = new float[minibatches.largest() * width];
  }

  @Override
  public void begin(Rates now, double valueMean, double valueDeviation, long steps) {
    rates = now;
    stepsBefore = steps;
    loss.scaleValues(valueMean, valueDeviation);
    policyLoss = 0;
    valueLoss = 0;
    divergence = 0;
    clipped = 0;
    gradientNorm = 0;
    entropy = 0;
    looked = 0;
    learnt = 0;
  }

  @Override
  public boolean passage(RandomStream shuffling) {
    minibatches.shuffle(shuffling);
    while (minibatches.advance()) {
      if (!learn()) {
        return false;
      }
    }
    return true;
  }

  private boolean learn() {
    int rows = minibatches.inputs().rows();
    network.forward(minibatches.inputs(), outputs, dropout);
    loss.measure(
        minibatches.samples(),
        rows,
        outputs,
        free,
        rates.clipRange(),
        rates.entropyWeight(),
        gradients);
    add(rows);
    Double target = config.targetKl();
    if (target != null && loss.divergence() > DIVERGENCE_TOLERANCE * target) {
      return false;
    }
    double norm = network.backward(gradients);
    double whole = Math.sqrt(norm * norm + free.squares());
    gradientNorm += whole;
    learnt++;
    double scale = Math.min(1, config.maxGradNorm() / (whole + NORM_EPSILON));
    network.step(rule, rates.learningRate(), scale);
    free.step(rule, rates.learningRate(), scale, stepsBefore + learnt);
    return true;
  }

  private void add(int rows) {
    if (looked == 0) {
      entropy = entropy(rows);
    }
    policyLoss += loss.policyLoss();
    valueLoss += loss.valueLoss();
    divergence += loss.divergence();
    clipped += (double) loss.clipped() / rows;
    looked++;
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

  @Override
  public Sums end() {
    return new Sums(
        policyLoss, valueLoss, entropy, divergence, clipped, gradientNorm, looked, learnt);
  }
}
