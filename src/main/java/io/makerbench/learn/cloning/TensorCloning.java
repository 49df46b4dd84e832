package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorWork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Steps on the network's device. The demonstrations go up once, with each epoch its order of rows,
 * and with each minibatch the zeroes of its dropout where there is any; figures come back when they
 * are asked for.
 */
final class TensorCloning implements CloningUpdates {
  private final CloningConfig config;
  private final TensorNetwork network;
  private final RowLoss loss;
  private final Demonstrations kept;
  private final RandomStream dropout;
  private final OptimiserRule rule;
  private final TensorWork whole;
  private @Nullable Tables tables;
  private @Nullable Order order;

  /** Loss and norm, added up. */
  private NDArray figures;

  /** Rows of demonstrations; see {@link Demonstrations}. */
  private record Tables(NDArray observations, NDArray actions) {}

  /** The order of an epoch. */
  private record Order(TensorWork work, NDArray rows) {}

  TensorCloning(
      CloningConfig config,
      TensorNetwork network,
      RowLoss loss,
      Demonstrations kept,
      RandomStream dropout,
      OptimiserRule rule) {
    this.config = config;
    this.network = network;
    this.loss = loss;
    this.kept = kept;
    this.dropout = dropout;
    this.rule = rule;
    whole = network.work();
    figures = whole.zeros(new Shape(2), DataType.FLOAT64);
  }

  @Override
  public int learn(int[] rows, int from, double learningRate) {
    NDArray all = order(rows, from);
    int count = Math.min(config.batchSize(), rows.length - from);
    try (TensorWork work = network.work()) {
      work.lend(all);
      learn(work, all.get(from + ":" + (from + count)), learningRate);
    }
    return count;
  }

  private NDArray order(int[] rows, int from) {
    Order present = order;
    if (present == null || from == 0) {
      if (present != null) {
        present.work.close();
      }
      TensorWork work = whole.within();
      long[] places = Arrays.stream(rows).asLongStream().toArray();
      present = new Order(work, work.up(places, new Shape(places.length)));
      order = present;
    }
    return present.rows;
  }

  private void learn(TensorWork work, NDArray rows, double learningRate) {
    Tables held = tables();
    NDArray seen = work.rows(held.observations, rows);
    NDArray outputs = network.forward(work, TensorInputs.rows(seen), dropout);
    TensorRowLoss found =
        loss.onTensors(work, wide(outputs), wide(work.rows(held.actions, rows)))
            .times(work, 1.0 / rows.size());
    NDArray slopes = found.slopes().toType(DataType.FLOAT32, false);
    NDArray norm = wide(network.backward(work, outputs, slopes));
    NDArray scale =
        norm.pow(work.scalar(-1)).mul(work.scalar(config.maxGradNorm())).minimum(work.scalar(1));
    network.step(work, rule, learningRate, scale);
    figures.addi(NDArrays.stack(new NDList(found.losses().sum(), norm)));
  }

  private Tables tables() {
    Tables held = tables;
    if (held == null) {
      int rows = kept.rows();
      held =
          new Tables(
              whole.up(kept.observations(), new Shape(rows, kept.width())),
              whole.up(kept.actions(), new Shape(rows, kept.targets())));
      tables = held;
    }
    return held;
  }

  private static NDArray wide(NDArray floats) {
    return floats.toType(DataType.FLOAT64, false);
  }

  @Override
  public Sums sums() {
    double[] found = whole.doubles(figures);
    return new Sums(found[0], found[1]);
  }

  @Override
  public void goOnFrom(Sums before) {
    figures.close();
    figures = whole.up(new double[] {before.loss(), before.norm()}, new Shape(2));
  }

  @Override
  public void close() {
    whole.close();
  }
}
