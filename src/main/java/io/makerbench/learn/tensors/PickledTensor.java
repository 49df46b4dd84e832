package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import java.util.Arrays;

/**
 * A tensor as a pickle describes it: a view of a storage that lies elsewhere.
 *
 * @param storage the numbers it looks at
 * @param offset first of them
 * @param shape length of each dimension
 * @param strides numbers from one index of a dimension to the next
 */
record PickledTensor(Storage storage, long offset, long[] shape, long[] strides) {
  /**
   * Numbers kept in one entry of the archive.
   *
   * @param type name of its class in PyTorch, for example {@code FloatStorage}
   * @param key name of its entry
   * @param length how many numbers it holds
   */
  record Storage(String type, String key, long length) {
    /** Far more than a Q-network has, and few enough to count with. */
    static final long LARGEST_LENGTH = 1L << 25;

    Storage {
      if (length < 0 || length > LARGEST_LENGTH) {
        throw new InputException(
            "its storage %s is said to hold %d numbers; at most %d are read"
                .formatted(key, length, LARGEST_LENGTH));
      }
    }
  }

  PickledTensor {
    if (!fits(storage, offset, shape, strides)) {
      throw new InputException(
          "a tensor of shape %s, strides %s and offset %d does not fit into its %d numbers"
              .formatted(
                  Arrays.toString(shape), Arrays.toString(strides), offset, storage.length()));
    }
  }

  private static boolean fits(Storage storage, long offset, long[] shape, long[] strides) {
    if (shape.length != strides.length || offset < 0) {
      return false;
    }
    long last = offset;
    long count = 1;
    for (int d = 0; d < shape.length; d++) {
      boolean sensible =
          shape[d] > 0 && shape[d] <= storage.length() && within(strides[d], storage);
      if (!sensible) {
        return false;
      }
      last += (shape[d] - 1) * strides[d];
      count *= shape[d];
      if (count > storage.length() || last >= storage.length()) {
        return false;
      }
    }
    return last < storage.length();
  }

  private static boolean within(long stride, Storage storage) {
    return stride >= 0 && stride <= storage.length();
  }

  /** Numbers the tensor has. */
  long length() {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** The tensor in row-major order, given the numbers of its storage. */
  NamedArray gather(String name, float[] numbers) {
    int[] sides = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    float[] values = new float[NamedArray.length(sides)];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers[position(i)];
    }
    return new NamedArray(name, sides, values);
  }

  private int position(int index) {
    long position = offset;
    long rest = index;
    for (int d = shape.length - 1; d >= 0; d--) {
      position += rest % shape[d] * strides[d];
      rest /= shape[d];
    }
    return Math.toIntExact(position);
  }
}
