package io.makerbench.learn.cloning;

import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

/** Steps whose minibatches and losses are on the heap. */
final class HostCloning implements CloningUpdates {
  private final CloningConfig config;
  private final TrainableNetwork network;
  private final RowLoss loss;
  private final RandomStream dropout;
  private final OptimiserRule rule;
  private final Minibatch batch;
  private Sums sums = Sums.NONE;

  HostCloning(
      CloningConfig config,
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      RandomStream dropout,
      OptimiserRule rule) {
    this.config = config;
    this.network = network;
    this.loss = loss;
    this.dropout = dropout;
    this.rule = rule;
    batch = new Minibatch(kept, loss.outputs(), config.batchSize());
  }

  @Override
  public int learn(int[] rows, int from, double learningRate) {
    int count = batch.take(rows, from);
    network.forward(batch.inputs(), batch.outputs, dropout);
    double mean =
        BatchLoss.of(loss, batch.outputs, batch.targets, batch.weights, count, batch.gradients);
    double norm = network.backward(batch.gradients);
    network.step(rule, learningRate, Math.min(1, config.maxGradNorm() / norm));
    sums = new Sums(sums.loss() + mean, sums.norm() + norm);
    return count;
  }

  @Override
  public Sums sums() {
    return sums;
  }

  @Override
  public void goOnFrom(Sums before) {
    sums = before;
  }

  @Override
  public void close() {
    // the network is another's
  }
}
