package io.makerbench.learn.dqn;

import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Steps whose batches and losses are on the heap. */
final class HostQUpdates implements QUpdates {
  private static final float[] NO_STATE = {};

  private final DqnConfig config;
  private final QNetwork network;
  private final TrainableNetwork online;
  private final TrainableNetwork target;
  private final OptimiserRule rule;

  /** Outputs of a row. */
  private final int width;

  private final RandomStream noDropout = RandomStream.named(0, "dropout", 0);
  private List<DqnLearner.Update> found = new ArrayList<>();
  private Minibatch rows = new Minibatch(0, 0);
  private float[] outputs = {};
  private float[] next = {};
  private float[] nextOfOnline = {};
  private float[] gradients = {};
  private float[] errors = {};

  HostQUpdates(
      DqnConfig config,
      QNetwork network,
      TrainableNetwork online,
      TrainableNetwork target,
      OptimiserRule rule) {
    this.config = config;
    this.network = network;
    this.online = online;
    this.target = target;
    this.rule = rule;
    width = network.shape().outputs();
  }

  @Override
  public void learn(Batch batch) {
    reserve(batch.size);
    rows.fetch(batch);
    target.predict(rows.next, next, NO_STATE);
    if (config.doubleDqn()) {
      online.predict(rows.next, nextOfOnline, NO_STATE);
    }
    online.forward(rows.now, outputs, noDropout);
    double loss = 0;
    double meanQ = 0;
    for (int i = 0; i < batch.size; i++) {
      float taken = network.value(outputs, i * width, rows.actions[i]);
      float error = taken - goal(i);
      float weight = batch.weights[i];
      errors[i] = Math.abs(error);
      loss += weight * (config.useHuber() ? huber(error) : error * error);
      meanQ += taken;
      float slope = config.useHuber() ? Math.clamp(error, -1f, 1f) : 2 * error;
      network.slopes(rows.actions[i], slope * weight / batch.size, gradients, i * width);
    }
    double norm = online.backward(gradients);
    online.step(rule, config.lr(), Math.min(1, config.maxGradNorm() / norm));
    found.add(
        new DqnLearner.Update(
            (float) (loss / batch.size), (float) (meanQ / batch.size), (float) norm));
  }

  private void reserve(int size) {
    if (rows.size() != size) {
      rows = new Minibatch(size, network.inputs());
      outputs = new float[size * width];
      next = new float[size * width];
      nextOfOnline = new float[size * width];
      gradients = new float[size * width];
      errors = new float[size];
    }
  }

  /** r + γ·Q_target(s′, a′), a′ chosen by the online network where double DQN is on. */
  private float goal(int i) {
    int best = network.best(config.doubleDqn() ? nextOfOnline : next, i * width);
    return rows.rewards[i] + rows.discounts[i] * network.value(next, i * width, best);
  }

  /** ½e² within 1, |e| − ½ beyond it. */
  private static float huber(float error) {
    float distance = Math.abs(error);
    float near = Math.min(distance, 1);
    return near * (distance - 0.5f * near);
  }

  @Override
  public float[] errors() {
    return errors;
  }

  @Override
  public List<DqnLearner.Update> found() {
    List<DqnLearner.Update> all = found;
    found = new ArrayList<>();
    return all;
  }

  @Override
  public void close() {
    // the networks are another's
  }
}
