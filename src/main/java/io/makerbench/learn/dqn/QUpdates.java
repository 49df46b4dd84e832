package io.makerbench.learn.dqn;

import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.TensorNetwork;
import java.util.List;

/**
 * Steps of the online network: targets, losses, gradients and the optimiser, where the engine of
 * the networks has them.
 */
sealed interface QUpdates extends AutoCloseable permits HostQUpdates, TensorQUpdates {
  /** Those of the networks' engine. */
  static QUpdates of(
      DqnConfig config, QNetwork network, TrainableNetwork online, TrainableNetwork target) {
    OptimiserRule rule = OptimiserRule.adamW(DqnLearner.EPSILON, config.weightDecay());
    return online instanceof TensorNetwork ours && target instanceof TensorNetwork theirs
        ? new TensorQUpdates(config, network, ours, theirs, rule)
        : new HostQUpdates(config, network, online, target, rule);
  }

  /** Learns from a batch. */
  void learn(Batch batch);

  /** Absolute temporal-difference errors of the last batch, until {@link #found} is asked. */
  float[] errors();

  /** What the updates found that were made since this was asked last, the oldest first. */
  List<DqnLearner.Update> found();

  @Override
  void close();
}
