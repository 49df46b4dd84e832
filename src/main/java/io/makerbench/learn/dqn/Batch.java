package io.makerbench.learn.dqn;

import java.util.Arrays;

/**
 * Which transitions of a replay buffer an update learns from; reused from update to update, not
 * safe for several threads.
 */
final class Batch {
  final int size;

  /** Where they lie. */
  final ReplayBuffer buffer;

  /** Their entries there. */
  final int[] entries;

  /** Factors of each transition's loss. */
  final float[] weights;

  Batch(int size, ReplayBuffer buffer) {
    this.size = size;
    this.buffer = buffer;
    entries = new int[size];
    weights = new float[size];
    Arrays.fill(weights, 1);
  }

  /** True where some transitions count more than others. */
  boolean isWeighted() {
    for (float weight : weights) {
      if (weight != 1) {
        return true;
      }
    }
    return false;
  }

  /** Divides the importance weights by the largest of them. */
  void scaleWeightsToOne() {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, weight);
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= largest;
    }
  }
}
