package io.makerbench.learn;

import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.vector.HalvedNetwork;
import io.makerbench.learn.vector.VectorNetwork;

/**
 * What runs the networks of a training, and where.
 *
 * @param engine what runs them
 * @param device where
 */
public record Compute(NetworkEngine engine, ComputeDevice device) {
  /** The engine that is best on the processor. */
  public static final Compute CPU = new Compute(NetworkEngine.AUTO, ComputeDevice.CPU);

  /**
   * A network of this shape whose parameters are all zero.
   *
   * @throws io.makerbench.config.InputException when the engine cannot run on the device
   */
  public TrainableNetwork open(NetworkShape shape) {
    return engine.open(shape, device);
  }

  /** Engine and version, for the record of a run. */
  public String engineVersion() {
    return engine.on(device) == NetworkEngine.TORCH
        ? ComputeDevice.engineVersion()
        : VectorNetwork.engineVersion();
  }

  /**
   * As {@link #open}, for inputs of hundreds of rows: the engine vector then works on two threads,
   * with the same numbers on one.
   */
  public TrainableNetwork openWide(NetworkShape shape) {
    boolean vector = engine.on(device) == NetworkEngine.VECTOR && !device.isGpu();
    return vector ? new HalvedNetwork(shape) : open(shape);
  }

  /** For the record of a run, for example {@code vector on cpu}. */
  @Override
  public String toString() {
    return engine.on(device) + " on " + device;
  }
}
