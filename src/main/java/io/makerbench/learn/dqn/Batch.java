package io.makerbench.learn.dqn;

import io.makerbench.learn.net.Inputs;

/** Transitions for one update; reused from update to update, not safe for several threads. */
final class Batch {
  final int size;

  /** Observations acted on. */
  final Inputs now;

  /** The observations that followed them. */
  final Inputs next;

  final int[] actions;
  final float[] rewards;

  /** Factors of the value that follows; 0 where none does. */
  final float[] discounts;

  /** Factors of each transition's loss. */
  final float[] weights;

  /** Where each transition lies in the replay buffer. */
  final int[] entries;

  private final int width;

  Batch(int size, int width) {
    this.size = size;
    this.width = width;
    now = Inputs.rows(new float[size * width], size);
    next = Inputs.rows(new float[size * width], size);
    actions = new int[size];
    rewards = new float[size];
    discounts = new float[size];
    weights = new float[size];
    entries = new int[size];
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
    System.arraycopy(rows, row * width, now.observations, i * width, width);
    System.arraycopy(rows, nextRow * width, next.observations, i * width, width);
    actions[i] = action;
    rewards[i] = reward;
    discounts[i] = discount;
    weights[i] = weight;
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
