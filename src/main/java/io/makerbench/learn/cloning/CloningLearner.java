package io.makerbench.learn.cloning;

import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Learns from minibatches of demonstrations, and keeps the figures of an epoch. */
final class CloningLearner {
  static final double EPSILON = 1e-8;

  private final CloningConfig config;
  private final TrainableNetwork network;
  private final RowLoss loss;
  private final RandomStream dropout;
  private final OptimiserRule rule;
  private final Minibatch batch;
  private double lossSum;
  private double normSum;
  private int batches;
  private long updates;

  CloningLearner(
      CloningConfig config,
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      RandomStream dropout) {
    this.config = config;
    this.network = network;
    this.loss = loss;
    this.dropout = dropout;
    rule = OptimiserRule.adamW(EPSILON, config.weightDecay());
    batch = new Minibatch(kept, loss.outputs(), config.batchSize());
  }

  /** Learns from the next rows of an order; returns how many they were. */
  int learn(int[] rows, int from, double learningRate) {
    int count = batch.take(rows, from);
    network.forward(batch.inputs(), batch.outputs, dropout);
    lossSum +=
        BatchLoss.of(loss, batch.outputs, batch.targets, batch.weights, count, batch.gradients);
    double norm = network.backward(batch.gradients);
    network.step(rule, learningRate, Math.min(1, config.maxGradNorm() / norm));
    normSum += norm;
    batches++;
    updates++;
    return count;
  }

  /** True where training can go on from. */
  boolean isFinite() {
    return Double.isFinite(lossSum) && Double.isFinite(normSum);
  }

  double meanLoss() {
    return lossSum / batches;
  }

  double meanGradientNorm() {
    return normSum / batches;
  }

  /** Updates since the start of training. */
  long updates() {
    return updates;
  }

  /** Begins the figures of the next epoch. */
  void clear() {
    lossSum = 0;
    normSum = 0;
    batches = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(lossSum);
    out.writeDouble(normSum);
    out.writeInt(batches);
    out.writeLong(updates);
  }

  void restore(DataInput in) throws IOException {
    lossSum = in.readDouble();
    normSum = in.readDouble();
    batches = in.readInt();
    updates = in.readLong();
  }
}
