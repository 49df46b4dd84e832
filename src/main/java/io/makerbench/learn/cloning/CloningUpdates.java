package io.makerbench.learn.cloning;

import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.random.RandomStream;

/** Steps on minibatches of demonstrations, where the network's engine has losses and gradients. */
sealed interface CloningUpdates extends AutoCloseable permits HostCloning, TensorCloning {
  /** Those of a network's engine. */
  static CloningUpdates of(
      CloningConfig config,
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      RandomStream dropout) {
    OptimiserRule rule = OptimiserRule.adamW(CloningLearner.EPSILON, config.weightDecay());
    return network instanceof TensorNetwork tensors
        ? new TensorCloning(config, tensors, loss, kept, dropout, rule)
        : new HostCloning(config, network, loss, kept, dropout, rule);
  }

  /**
   * What minibatches found, added up.
   *
   * @param loss mean losses of theirs
   * @param norm norms of their gradients
   */
  record Sums(double loss, double norm) {
    static final Sums NONE = new Sums(0, 0);
  }

  /**
   * Learns from the next rows of an order; returns how many they were.
   *
   * @param rows the order, which does not change until {@code from} is 0 again
   */
  int learn(int[] rows, int from, double learningRate);

  /** What was found so far. */
  Sums sums();

  /** Goes on from other sums. */
  void goOnFrom(Sums sums);

  @Override
  void close();
}
