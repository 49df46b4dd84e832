package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.util.stream.IntStream;

/**
 * Rows to learn from and rows to be judged on, of different episodes.
 *
 * @param training rows to learn from, ascending
 * @param holdout the others, ascending
 */
record Split(int[] training, int[] holdout) {
  /**
   * Draws the episodes that are held out.
   *
   * @param first episode that is kept back for the finished clone, and all after it
   * @param share of the episodes before; at least one is held out and one learnt from
   */
  static Split draw(Demonstrations kept, int first, double share, RandomStream random) {
    int count = first;
    if (count < 2) {
      throw new InputException(
          "The demonstrations lie in one episode, and whole episodes are held out. Ask for more"
              + " with cloning.demonstrations or execution.copies.");
    }
    int[] order = IntStream.range(0, count).toArray();
    RowOrder.shuffle(order, random);
    int held = Math.clamp(Math.round(share * count), 1, count - 1);
    boolean[] isHeld = new boolean[count];
    for (int i = 0; i < held; i++) {
      isHeld[order[i]] = true;
    }
    int[] episodes = kept.episodes();
    int[] rows = IntStream.range(0, kept.rows()).filter(row -> episodes[row] < count).toArray();
    return new Split(
        IntStream.of(rows).filter(row -> !isHeld[episodes[row]]).toArray(),
        IntStream.of(rows).filter(row -> isHeld[episodes[row]]).toArray());
  }
}
