package io.makerbench.learn;

import io.makerbench.config.InputException;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.vector.VectorNetwork;
import java.util.Locale;

/** What runs a network. */
public enum NetworkEngine {
  /** {@link #VECTOR} on the processor, {@link #TORCH} elsewhere. */
  AUTO,
  /** The processor's vectors: fastest for the small nets of trading, on the processor only. */
  VECTOR,
  /** PyTorch, on any device: the reference. */
  TORCH;

  /** The engine that is meant on a device. */
  public NetworkEngine on(ComputeDevice device) {
    if (this != AUTO) {
      return this;
    }
    return device.isGpu() ? TORCH : VECTOR;
  }

  /**
   * A network of this shape whose parameters are all zero.
   *
   * @throws io.makerbench.config.InputException when the engine cannot run on the device
   */
  TrainableNetwork open(NetworkShape shape, ComputeDevice device, Precision precision) {
    return switch (on(device)) {
      case VECTOR -> vector(shape, device);
      case TORCH, AUTO ->
          new TorchTrainable(shape, ComputeDevice.engine(), device.tensorDevice(), precision);
    };
  }

  private static TrainableNetwork vector(NetworkShape shape, ComputeDevice device) {
    if (device.isGpu()) {
      throw new InputException(
          "engine vector runs on the processor only, but device is %s. Use torch or auto."
              .formatted(device));
    }
    return new VectorNetwork(shape);
  }

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
