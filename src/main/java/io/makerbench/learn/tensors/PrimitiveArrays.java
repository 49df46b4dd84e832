package io.makerbench.learn.tensors;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Beginnings of primitive arrays as little-endian bytes, a block at a time. */
public final class PrimitiveArrays {
  private static final int BLOCK_NUMBERS = 1 << 14;

  private PrimitiveArrays() {}

  public static void write(DataOutput out, float[] values, int count) throws IOException {
    ByteBuffer block = block();
    for (int i = 0; i < count; i += BLOCK_NUMBERS) {
      int length = Math.min(BLOCK_NUMBERS, count - i);
      block.clear().asFloatBuffer().put(values, i, length);
      out.write(block.array(), 0, length * Float.BYTES);
    }
  }

  public static void read(DataInput in, float[] values, int count) throws IOException {
    ByteBuffer block = block();
    for (int i = 0; i < count; i += BLOCK_NUMBERS) {
      int length = Math.min(BLOCK_NUMBERS, count - i);
      in.readFully(block.array(), 0, length * Float.BYTES);
      block.clear().asFloatBuffer().get(values, i, length);
    }
  }

  public static void write(DataOutput out, int[] values, int count) throws IOException {
    ByteBuffer block = block();
    for (int i = 0; i < count; i += BLOCK_NUMBERS) {
      int length = Math.min(BLOCK_NUMBERS, count - i);
      block.clear().asIntBuffer().put(values, i, length);
      out.write(block.array(), 0, length * Integer.BYTES);
    }
  }

  public static void read(DataInput in, int[] values, int count) throws IOException {
    ByteBuffer block = block();
    for (int i = 0; i < count; i += BLOCK_NUMBERS) {
      int length = Math.min(BLOCK_NUMBERS, count - i);
      in.readFully(block.array(), 0, length * Integer.BYTES);
      block.clear().asIntBuffer().get(values, i, length);
    }
  }

  public static void write(DataOutput out, long[] values) throws IOException {
    for (long value : values) {
      out.writeLong(value);
    }
  }

  public static long[] readLongs(DataInput in, int count) throws IOException {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  private static ByteBuffer block() {
    return ByteBuffer.allocate(BLOCK_NUMBERS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
