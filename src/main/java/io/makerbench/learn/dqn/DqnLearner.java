package io.makerbench.learn.dqn;

import io.makerbench.learn.Compute;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;

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
  private final QNetwork network;

  /** Outputs of a row. */
  private final int width;

  private final TrainableNetwork online;
  private final TrainableNetwork target;
  private final OptimiserRule rule;
  private final RandomStream noDropout = RandomStream.named(0, "dropout", 0);
  private long updates;
  private float[] outputs = {};
  private float[] next = {};
  private float[] nextOfOnline = {};
  private float[] gradients = {};
  private float[] errors = {};

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
    this.network = network;
    width = network.shape().outputs();
    this.config = config;
    this.online = online;
    this.target = target;
    rule = OptimiserRule.adamW(EPSILON, config.weightDecay());
    updates = state.online().steps();
    online.restore(state.online());
    target.restore(NetworkState.fresh(state.target()));
  }

  /** Learns from a batch. */
  Update update(Batch batch) {
    reserve(batch.size);
    target.predict(batch.next, next, NO_STATE);
    if (config.doubleDqn()) {
      online.predict(batch.next, nextOfOnline, NO_STATE);
    }
    online.forward(batch.now, outputs, noDropout);
    double loss = 0;
    double meanQ = 0;
    for (int i = 0; i < batch.size; i++) {
      float taken = network.value(outputs, i * width, batch.actions[i]);
      float error = taken - goal(batch, i);
      errors[i] = Math.abs(error);
      loss += batch.weights[i] * (config.useHuber() ? huber(error) : error * error);
      meanQ += taken;
      float slope = config.useHuber() ? Math.clamp(error, -1f, 1f) : 2 * error;
      network.slopes(batch.actions[i], slope * batch.weights[i] / batch.size, gradients, i * width);
    }
    double norm = online.backward(gradients);
    online.step(rule, config.lr(), Math.min(1, config.maxGradNorm() / norm));
    updates++;
    followTarget();
    return new Update((float) (loss / batch.size), (float) (meanQ / batch.size), (float) norm);
  }

  private void reserve(int rows) {
    if (outputs.length < rows * width) {
      outputs = new float[rows * width];
      next = new float[rows * width];
      nextOfOnline = new float[rows * width];
      gradients = new float[rows * width];
      errors = new float[rows];
    }
  }

  /** r + γ·Q_target(s′, a′), a′ chosen by the online network where double DQN is on. */
  private float goal(Batch batch, int i) {
    int best = network.best(config.doubleDqn() ? nextOfOnline : next, i * width);
    return batch.rewards[i] + batch.discounts[i] * network.value(next, i * width, best);
  }

  /** ½e² within 1, |e| − ½ beyond it. */
  private static float huber(float error) {
    float distance = Math.abs(error);
    float near = Math.min(distance, 1);
    return near * (distance - 0.5f * near);
  }

  private void followTarget() {
    if (!config.hardSync()) {
      target.follow(online, config.tau());
    } else if (updates % config.syncInterval() == 0) {
      target.follow(online, 1);
    }
  }

  /** Absolute temporal-difference error of each transition of the last batch. */
  float[] errors() {
    return errors;
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
    online.close();
    target.close();
  }
}
