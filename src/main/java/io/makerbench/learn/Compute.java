package io.makerbench.learn;

import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.vector.HalvedNetwork;
import io.makerbench.learn.vector.VectorNetwork;

/**
 * What runs the networks of a training, where, and on how many threads.
 *
 * @param engine what runs them
 * @param device where
 * @param threads most threads of the processor's arithmetic; 0 to choose by net and machine
 * @param precision floats of the products, on a GPU; on the processor they are 32-bit
 */
public record Compute(
    NetworkEngine engine, ComputeDevice device, int threads, Precision precision) {
  /** The engine that is best on the processor. */
  public static final Compute CPU = new Compute(NetworkEngine.AUTO, ComputeDevice.CPU);

  /** The engine vector cuts inputs in two at most. */
  private static final int MOST_VECTOR_THREADS = 2;

  /** PyTorch shares out the products of smaller nets at a loss. */
  private static final int SMALL_NET = 1 << 15;

  /** In 32-bit floats. */
  public Compute(NetworkEngine engine, ComputeDevice device, int threads) {
    this(engine, device, threads, Precision.SINGLE);
  }

  /** In 32-bit floats, with threads chosen by net and machine. */
  public Compute(NetworkEngine engine, ComputeDevice device) {
    this(engine, device, 0);
  }

  /** The same in mixed precision where it runs on a GPU: for learners whose {@code amp} is on. */
  public Compute mixed() {
    return device.isGpu() ? new Compute(engine, device, threads, Precision.MIXED) : this;
  }

  /** Threads that the arithmetic of a network of this shape may use. */
  public int threads(NetworkShape shape) {
    int cores = Runtime.getRuntime().availableProcessors();
    if (runsOnVector()) {
      return Math.min(MOST_VECTOR_THREADS, threads == 0 ? cores : threads);
    }
    if (threads > 0) {
      return threads;
    }
    return shape.size() < SMALL_NET ? 1 : cores;
  }

  private boolean runsOnVector() {
    return engine.on(device) == NetworkEngine.VECTOR;
  }

  /**
   * A network of this shape whose parameters are all zero. PyTorch has one number of threads for
   * all its networks: that of the one opened last.
   *
   * @throws io.makerbench.config.InputException when the engine cannot run on the device
   */
  public TrainableNetwork open(NetworkShape shape) {
    if (!runsOnVector()) {
      ComputeDevice.useThreads(threads(shape));
    }
    return engine.open(shape, device, precision);
  }

  /**
   * As {@link #open}, for inputs of hundreds of rows: the engine vector then works on two threads,
   * with the same numbers on one.
   */
  public TrainableNetwork openWide(NetworkShape shape) {
    return runsOnVector() && !device.isGpu()
        ? new HalvedNetwork(shape, threads(shape))
        : open(shape);
  }

  /** Engine and version, for the record of a run. */
  public String engineVersion() {
    return runsOnVector() ? VectorNetwork.engineVersion() : ComputeDevice.engineVersion();
  }

  /** Engine, version and threads for networks of a shape, for the record of a run. */
  public String engineVersion(NetworkShape shape) {
    int most = threads(shape);
    return "%s, %d %s".formatted(engineVersion(), most, most == 1 ? "thread" : "threads");
  }

  /** For the record of a run, for example {@code vector on cpu}. */
  @Override
  public String toString() {
    String where = engine.on(device) + " on " + device;
    return precision == Precision.MIXED ? where + " in mixed precision" : where;
  }
}
