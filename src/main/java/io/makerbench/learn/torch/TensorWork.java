package io.makerbench.learn.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of one piece of work, freed together at its end, and the only way by which numbers
 * come to a device or back from it: {@code up} and {@code down} are counted. Results of operations
 * belong to the work that the first operand belongs to. One thread at a time.
 */
public final class TensorWork implements AutoCloseable {
  /** Bytes that go up at once, as they lie in memory outside the heap until they are there. */
  private static final long PIECE = 1 << 26;

  private final NDManager tensors;
  private final TensorHome home;

  /** Made when first asked for. */
  private @Nullable NDManager scalars;

  TensorWork(NDManager parent, TensorHome home) {
    this.home = home;
    tensors = parent.newSubManager();
  }

  /** A work within this one's life that can be freed before it. */
  public TensorWork within() {
    return new TensorWork(tensors, home);
  }

  /** Brings floats to the device. */
  public NDArray up(float[] numbers, Shape shape) {
    return up(shape, DataType.FLOAT32, (from, n) -> FloatBuffer.wrap(numbers, from, n).slice());
  }

  /** Brings doubles to the device. */
  public NDArray up(double[] numbers, Shape shape) {
    return up(shape, DataType.FLOAT64, (from, n) -> DoubleBuffer.wrap(numbers, from, n).slice());
  }

  /** Brings whole numbers to the device, such as indices. */
  public NDArray up(long[] numbers, Shape shape) {
    return up(shape, DataType.INT64, (from, n) -> LongBuffer.wrap(numbers, from, n).slice());
  }

  /** Part of an array. */
  private interface Part {
    Buffer of(int from, int length);
  }

  private NDArray up(Shape shape, DataType type, Part part) {
    int length = Math.toIntExact(shape.size());
    int most = (int) (PIECE / type.getNumOfBytes());
    home.up((long) length * type.getNumOfBytes());
    if (length <= most) {
      return tensors.create(part.of(0, length), shape, type);
    }
    try (NDList pieces = new NDList()) {
      for (int from = 0; from < length; from += most) {
        int n = Math.min(most, length - from);
        pieces.add(tensors.create(part.of(from, n), new Shape(n), type));
      }
      try (NDArray flat = NDArrays.concat(pieces)) {
        return flat.reshape(shape);
      }
    }
  }

  /** Brings floats back to the heap. */
  public float[] floats(NDArray array) {
    home.down(array.size() * Float.BYTES);
    return array.toFloatArray();
  }

  /** Brings doubles back to the heap. */
  public double[] doubles(NDArray array) {
    home.down(array.size() * Double.BYTES);
    return array.toDoubleArray();
  }

  /** Brings a single double back to the heap. */
  public double number(NDArray array) {
    return doubles(array)[0];
  }

  /**
   * A number as the second operand of an operation. It stays on the processor: what runs on a GPU
   * takes it along as an argument, where the library's own operations with numbers send each of
   * them up and wait for it.
   */
  public NDArray scalar(double value) {
    NDManager processor = scalars;
    if (processor == null) {
      processor = tensors.newSubManager(Device.cpu());
      scalars = processor;
    }
    return processor.create(value);
  }

  /**
   * A vector that never changes; it goes up the first time it is asked for.
   *
   * @param numbers always the same array
   */
  public NDArray constant(double[] numbers) {
    NDArray constant = home.constant(numbers);
    lend(constant);
    return constant;
  }

  /** The whole numbers from 0 on as floats, made on the device. */
  public NDArray counting(int length) {
    return tensors.arange(0, length, 1, DataType.FLOAT32);
  }

  /**
   * Rows of a table, gathered on the device.
   *
   * @param indices whole numbers
   */
  public NDArray rows(NDArray table, NDArray indices) {
    lend(indices);
    return JniUtils.embedding((PtNDArray) indices, (PtNDArray) table, false);
  }

  /** log(1 + e^x); the library's own leaves out the rest of it from 20 on. */
  public NDArray softplus(NDArray x) {
    return JniUtils.softPlus((PtNDArray) x.abs().neg()).add(JniUtils.relu((PtNDArray) x));
  }

  /** Zeroes, made on the device. */
  public NDArray zeros(Shape shape, DataType type) {
    return tensors.zeros(shape, type);
  }

  /** Lets results of operations on tensors that live longer belong to this work. */
  public void lend(NDArray... lasting) {
    for (NDArray array : lasting) {
      if (array.getManager() != tensors) { // what is lent twice would not find its way back
        tensors.tempAttachAll(array);
      }
    }
  }

  /** Takes over an array of another work, which it then outlives. */
  public void keep(NDArray array) {
    array.attach(tensors);
  }

  @Override
  public void close() {
    tensors.close();
  }
}
