package io.makerbench.learn.ppo;

import io.makerbench.random.RandomStream;

/**
 * The order in which a passage meets the units of a rollout, minibatch by minibatch: single rows,
 * or for a network with memory sequences.
 */
final class UnitOrder {
  /** All units, in the order of the passage. */
  final int[] units;

  /** Units of a minibatch; the last one of a passage may be smaller. */
  final int most;

  private int from;
  private int count;

  /**
   * @param rows of a minibatch
   */
  UnitOrder(Rollout rollout, int rows) {
    units = new int[rollout.rows() / rollout.sequence];
    most = Math.clamp(rows / rollout.sequence, 1, units.length);
  }

  /** Begins a passage in an order of its own. */
  void shuffle(RandomStream random) {
    for (int i = 0; i < units.length; i++) {
      units[i] = i;
    }
    for (int i = units.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int unit = units[i];
      units[i] = units[other];
      units[other] = unit;
    }
    from = 0;
    count = 0;
  }

  /** Goes to the next minibatch; false at the end of the passage. */
  boolean advance() {
    from += count;
    count = Math.min(most, units.length - from);
    return count > 0;
  }

  /** Place of the minibatch's first unit. */
  int from() {
    return from;
  }

  /** Units of the minibatch. */
  int count() {
    return count;
  }
}
