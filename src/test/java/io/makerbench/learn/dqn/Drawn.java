package io.makerbench.learn.dqn;

/** Batches of transitions that a test has made up. */
final class Drawn {
  private final Batch batch;

  /**
   * @param size transitions
   * @param width floats in an observation
   */
  Drawn(int size, int width) {
    batch = new Batch(size, new ReplayBuffer(2 * size, width, new Priorities.Uniform()));
  }

  /**
   * Adds a transition.
   *
   * @param rows observations, one behind the other
   * @param row the observation acted on
   * @param next the observation that followed
   */
  Drawn add(
      int i,
      float[] rows,
      int row,
      int next,
      int action,
      float reward,
      float discount,
      float weight) {
    ReplayBuffer buffer = batch.buffer;
    int entry = buffer.append(rows, row * buffer.width());
    int following = buffer.append(rows, next * buffer.width());
    buffer.connect(entry, action, reward, discount, following);
    batch.entries[i] = entry;
    batch.weights[i] = weight;
    return this;
  }

  Batch batch() {
    return batch;
  }

  /** Learns from a batch and tells what was found. */
  static DqnLearner.Update learn(DqnLearner learner, Batch batch) {
    learner.learn(batch);
    return learner.found().getFirst();
  }

  /** Rows of a buffer that a batch names, fetched to the heap. */
  static Minibatch fetched(Batch batch) {
    Minibatch rows = new Minibatch(batch.size, batch.buffer.width());
    rows.fetch(batch);
    return rows;
  }
}
