package io.makerbench.learn.dqn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps on the networks' device, which has the replay buffer once more: a batch goes up as indices
 * and weights, figures come back when they are asked for, errors where they are.
 */
final class TensorQUpdates implements QUpdates {
  /** Loss, mean value, gradient norm. */
  private static final int FIGURES = 3;

  private final DqnConfig config;
  private final QNetwork network;
  private final TensorNetwork online;
  private final TensorNetwork target;
  private final OptimiserRule rule;
  private final RandomStream noDropout = RandomStream.named(0, "dropout", 0);
  private final NDList figures = new NDList();
  private TensorWork pending;
  private @Nullable TensorReplay replay;
  private @Nullable NDArray errors;

  TensorQUpdates(
      DqnConfig config,
      QNetwork network,
      TensorNetwork online,
      TensorNetwork target,
      OptimiserRule rule) {
    this.config = config;
    this.network = network;
    this.online = online;
    this.target = target;
    this.rule = rule;
    pending = online.work();
  }

  @Override
  public void learn(Batch batch) {
    try (TensorWork work = online.work()) {
      TensorReplay.Sample sample = replay(batch.buffer).take(work, batch);
      NDArray goals = goals(work, sample);
      NDArray outputs = online.forward(work, TensorInputs.rows(sample.now()), noDropout);
      TensorValues values = new TensorValues(work, network, outputs);
      NDArray taken = values.of(sample.actions());
      NDArray error = taken.sub(goals);
      NDArray distance = error.abs();
      NDArray weights = weights(work, batch);
      NDArray slopes = values.slopes(sample.actions(), slopes(work, error).mul(weights));
      NDArray norm = wide(online.backward(work, outputs, slopes));
      online.step(work, rule, config.lr(), scale(work, norm));
      NDArray loss = losses(work, distance).mul(weights).sum();
      keep(distance, NDArrays.stack(new NDList(loss, taken.mean(), norm)));
    }
  }

  private TensorReplay replay(ReplayBuffer buffer) {
    if (replay == null || !replay.isOf(buffer)) {
      closeReplay();
      replay = new TensorReplay(buffer, online);
    }
    return replay;
  }

  /** r + γ·Q_target(s′, a′), a′ chosen by the online network where double DQN is on. */
  private NDArray goals(TensorWork work, TensorReplay.Sample sample) {
    TensorInputs next = TensorInputs.rows(sample.next());
    TensorValues values = new TensorValues(work, network, target.predict(work, next).head());
    TensorValues choosing =
        config.doubleDqn()
            ? new TensorValues(work, network, online.predict(work, next).head())
            : values;
    NDArray worth = values.of(choosing.best());
    return worth.mul(wide(sample.discounts())).add(wide(sample.rewards()));
  }

  /** Factors of each row's loss in their mean, rows × 1. */
  private static NDArray weights(TensorWork work, Batch batch) {
    NDArray share = work.scalar(1.0 / batch.size);
    return batch.isWeighted()
        ? wide(work.up(batch.weights, new Shape(batch.size, 1))).mul(share)
        : work.zeros(new Shape(batch.size, 1), DataType.FLOAT64).add(share);
  }

  private static NDArray wide(NDArray floats) {
    return floats.toType(DataType.FLOAT64, false);
  }

  private NDArray slopes(TensorWork work, NDArray error) {
    return config.useHuber()
        ? error.maximum(work.scalar(-1)).minimum(work.scalar(1))
        : error.mul(work.scalar(2));
  }

  /** Squares, or ½e² within 1 and |e| − ½ beyond it. */
  private NDArray losses(TensorWork work, NDArray distance) {
    if (!config.useHuber()) {
      return distance.square();
    }
    NDArray near = distance.minimum(work.scalar(1));
    return distance.sub(near.mul(work.scalar(0.5))).mul(near);
  }

  private NDArray scale(TensorWork work, NDArray norm) {
    return norm.pow(work.scalar(-1)).mul(work.scalar(config.maxGradNorm())).minimum(work.scalar(1));
  }

  private void keep(NDArray distance, NDArray found) {
    if (errors != null) {
      errors.close();
    }
    errors = distance;
    pending.keep(distance);
    figures.add(found);
    pending.keep(found);
  }

  @Override
  public float[] errors() {
    if (errors == null) {
      throw new IllegalStateException("There are errors after an update.");
    }
    return pending.floats(errors.toType(DataType.FLOAT32, false));
  }

  @Override
  public List<DqnLearner.Update> found() {
    List<DqnLearner.Update> all = new ArrayList<>();
    if (figures.isEmpty()) {
      return all;
    }
    double[] numbers = pending.doubles(NDArrays.stack(figures));
    for (int i = 0; i < numbers.length; i += FIGURES) {
      all.add(
          new DqnLearner.Update(
              (float) numbers[i], (float) numbers[i + 1], (float) numbers[i + 2]));
    }
    clear();
    return all;
  }

  private void clear() {
    figures.clear();
    errors = null;
    pending.close();
    pending = online.work();
  }

  private void closeReplay() {
    if (replay != null) {
      replay.close();
    }
  }

  @Override
  public void close() {
    closeReplay();
    pending.close();
  }
}
