package io.makerbench.learn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Transitions for one update, in memory outside the heap that the tensor library reads in place.
 * Reused from update to update; not safe for several threads.
 */
final class Batch {
  /**
   * Alignment the tensor library gives its own memory; results can depend on it in the last bit.
   */
  static final int ALIGNMENT_BYTES = 64;

  final int size;
  final int width;

  /** Observations, then the observations that follow them: 2 × size × width floats. */
  final ByteBuffer observations;

  /** Returns, discounts and importance weights: 3 × size floats. */
  final ByteBuffer scalars;

  /** Actions: size longs. */
  final ByteBuffer actions;

  /** Where each transition lies in the replay buffer. */
  final int[] entries;

  private final int rowBytes;
  private final MemorySegment observationRows;

  Batch(int size, int width) {
    this.size = size;
    this.width = width;
    rowBytes = width * Float.BYTES;
    observations = floats(2 * size * width);
    observationRows = MemorySegment.ofBuffer(observations);
    scalars = floats(3 * size);
    actions = aligned((long) size * Long.BYTES);
    entries = new int[size];
  }

  /** Zeroed floats outside the heap, aligned. */
  static ByteBuffer floats(int count) {
    return aligned((long) count * Float.BYTES);
  }

  private static ByteBuffer aligned(long bytes) {
    return Arena.ofAuto()
        .allocate(bytes, ALIGNMENT_BYTES)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  /**
   * Writes transition {@code i}.
   *
   * @param rows observations, one behind the other
   * @param row the observation acted on
   * @param nextRow the observation that followed
   * @param discount factor of the value that follows; 0 when none does
   * @param weight factor of the transition's loss
   */
  void set(
      int i,
      float[] rows,
      int row,
      int nextRow,
      int action,
      float reward,
      float discount,
      float weight) {
    copy(rows, row, i);
    copy(rows, nextRow, size + i);
    actions.putLong(i * Long.BYTES, action);
    scalars.putFloat(i * Float.BYTES, reward);
    scalars.putFloat((size + i) * Float.BYTES, discount);
    scalars.putFloat((2 * size + i) * Float.BYTES, weight);
  }

  private void copy(float[] rows, int row, int to) {
    MemorySegment.copy(
        rows, row * width, observationRows, ValueLayout.JAVA_FLOAT, (long) to * rowBytes, width);
  }

  /** Divides the importance weights by the largest of them. */
  void scaleWeightsToOne() {
    float largest = 0;
    for (int i = 2 * size; i < 3 * size; i++) {
      largest = Math.max(largest, scalars.getFloat(i * Float.BYTES));
    }
    for (int i = 2 * size; i < 3 * size; i++) {
      scalars.putFloat(i * Float.BYTES, scalars.getFloat(i * Float.BYTES) / largest);
    }
  }
}
