package io.makerbench.learn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.IdentityHashMap;
import java.util.Map;

/** What the pieces of work on a device have in common: the count of transfers, and constants. */
final class TensorHome {
  private final NDManager lasting;
  private final Map<double[], NDArray> constants = new IdentityHashMap<>();
  private Transfers transfers = Transfers.NONE;

  TensorHome(NDManager parent) {
    lasting = parent.newSubManager();
  }

  Transfers transfers() {
    return transfers;
  }

  void up(long bytes) {
    transfers = transfers.up(bytes);
  }

  void down(long bytes) {
    transfers = transfers.down(bytes);
  }

  /** A vector of doubles that never changes, brought to the device the first time. */
  NDArray constant(double[] numbers) {
    return constants.computeIfAbsent(
        numbers,
        _ -> {
          up((long) numbers.length * Double.BYTES);
          return lasting.create(numbers, new Shape(numbers.length));
        });
  }
}
