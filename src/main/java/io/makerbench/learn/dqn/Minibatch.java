package io.makerbench.learn.dqn;

import io.makerbench.learn.net.Inputs;

/** The transitions of a {@link Batch}, fetched side by side on the heap; reused. */
final class Minibatch {
  /** Observations acted on. */
  final Inputs now;

  /** The observations that followed them. */
  final Inputs next;

  final int[] actions;
  final float[] rewards;

  /** Factors of the value that follows; 0 where none does. */
  final float[] discounts;

  Minibatch(int size, int width) {
    now = Inputs.rows(new float[size * width], size);
    next = Inputs.rows(new float[size * width], size);
    actions = new int[size];
    rewards = new float[size];
    discounts = new float[size];
  }

  int size() {
    return actions.length;
  }

  void fetch(Batch batch) {
    ReplayBuffer from = batch.buffer;
    for (int i = 0; i < batch.size; i++) {
      int entry = batch.entries[i];
      from.observation(entry, now.observations, i);
      from.observation(from.next(entry), next.observations, i);
      actions[i] = from.action(entry);
      rewards[i] = from.reward(entry);
      discounts[i] = from.discount(entry);
    }
  }
}
