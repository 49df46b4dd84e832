package io.makerbench.learn.dqn;

import io.makerbench.learn.Compute;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import java.util.List;

/**
 * The DQN update: double-DQN targets (van Hasselt and others, 2016), Huber or squared loss,
 * clipping by the norm of the whole gradient, AdamW, soft or hard target updates. One thread at a
 * time.
 */
final class DqnLearner implements AutoCloseable {
  /**
   * What an update found.
   *
   * @param loss mean loss of the batch
   * @param meanQ mean value of the actions taken
   * @param gradientNorm Euclidean norm of the gradient before clipping
   */
  record Update(float loss, float meanQ, float gradientNorm) {}

  static final double EPSILON = 1e-8;
  private static final float[] NO_STATE = {};

  private final DqnConfig config;
  private final TrainableNetwork online;
  private final TrainableNetwork target;
  private final QUpdates engine;
  private long updates;

  DqnLearner(QNetwork network, DqnConfig config, Compute compute, LearnerState state) {
    this(
        network,
        config,
        compute.openWide(network.shape()),
        compute.openWide(network.shape()),
        state);
  }

  /** A learner with two networks of one engine, which it then owns. */
  DqnLearner(
      QNetwork network,
      DqnConfig config,
      TrainableNetwork online,
      TrainableNetwork target,
      LearnerState state) {
    this.config = config;
    this.online = online;
    this.target = target;
    engine = QUpdates.of(config, network, online, target);
    updates = state.online().steps();
    online.restore(state.online());
    target.restore(NetworkState.fresh(state.target()));
  }

  /** Learns from a batch. */
  void learn(Batch batch) {
    engine.learn(batch);
    updates++;
    followTarget();
  }

  private void followTarget() {
    if (!config.hardSync()) {
      target.follow(online, config.tau());
    } else if (updates % config.syncInterval() == 0) {
      target.follow(online, 1);
    }
  }

  /**
   * Absolute temporal-difference error of each transition of the last batch; asked for before
   * {@link #found}.
   */
  float[] errors() {
    return engine.errors();
  }

  /** What the updates found that were made since this was asked last, the oldest first. */
  List<Update> found() {
    return engine.found();
  }

  /** Outputs of the online network for some observations, to choose actions by. */
  void outputs(Inputs observations, float[] out) {
    online.predict(observations, out, NO_STATE);
  }

  /** Updates made, those before a restore included. */
  long updates() {
    return updates;
  }

  /** A copy of all that the next update depends on. */
  LearnerState state() {
    return new LearnerState(online.state(), target.state().parameters());
  }

  @Override
  public void close() {
    engine.close();
    online.close();
    target.close();
  }
}
