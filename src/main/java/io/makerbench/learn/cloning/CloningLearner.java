package io.makerbench.learn.cloning;

import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Learns from minibatches of demonstrations, and keeps the figures of an epoch. */
final class CloningLearner implements AutoCloseable {
  static final double EPSILON = 1e-8;

  private final CloningUpdates engine;
  private int batches;
  private long updates;

  CloningLearner(
      CloningConfig config,
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      RandomStream dropout) {
    engine = CloningUpdates.of(config, network, loss, kept, dropout);
  }

  /**
   * Learns from the next rows of an order; returns how many they were.
   *
   * @param rows the order, which does not change until {@code from} is 0 again
   */
  int learn(int[] rows, int from, double learningRate) {
    batches++;
    updates++;
    return engine.learn(rows, from, learningRate);
  }

  /** The figures of the epoch so far. */
  Figures figures() {
    CloningUpdates.Sums sums = engine.sums();
    return new Figures(sums.loss() / batches, sums.norm() / batches);
  }

  /** Means over the minibatches of an epoch. */
  record Figures(double loss, double gradientNorm) {
    /** True where training can go on from. */
    boolean isFinite() {
      return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
  }

  /** Updates since the start of training. */
  long updates() {
    return updates;
  }

  /** Begins the figures of the next epoch. */
  void clear() {
    engine.goOnFrom(CloningUpdates.Sums.NONE);
    batches = 0;
  }

  void save(DataOutput out) throws IOException {
    CloningUpdates.Sums sums = engine.sums();
    out.writeDouble(sums.loss());
    out.writeDouble(sums.norm());
    out.writeInt(batches);
    out.writeLong(updates);
  }

  void restore(DataInput in) throws IOException {
    engine.goOnFrom(new CloningUpdates.Sums(in.readDouble(), in.readDouble()));
    batches = in.readInt();
    updates = in.readLong();
  }

  @Override
  public void close() {
    engine.close();
  }
}
