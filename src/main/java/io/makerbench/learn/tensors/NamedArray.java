package io.makerbench.learn.tensors;

import java.util.Arrays;

/**
 * A tensor of 32-bit floats with its name, in row-major order.
 *
 * @param name name in files, for example {@code backbone.0.weight}
 * @param shape length of each dimension; empty for a single number
 * @param values as many as the product of the shape
 */
public record NamedArray(String name, int[] shape, float[] values) {
  public NamedArray {
    if (length(shape) != values.length) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " values, its shape is " + Arrays.toString(shape));
    }
  }

  /** A vector. */
  public static NamedArray vector(String name, float[] values) {
    return new NamedArray(name, new int[] {values.length}, values);
  }

  /** Numbers in a tensor of this shape. */
  static int length(int[] shape) {
    int length = 1;
    for (int side : shape) {
      length = Math.multiplyExact(length, side);
    }
    return length;
  }
}
