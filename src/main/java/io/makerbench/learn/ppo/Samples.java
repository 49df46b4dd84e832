package io.makerbench.learn.ppo;

/**
 * What the loss asks of the rows of a minibatch, side by side. A minibatch's rows lie anywhere in
 * the rollout, which is larger than a processor's near caches: fetching a column at once lets many
 * rows be on their way together, where a loss that fetched them one by one would wait for each.
 */
final class Samples {
  /** Rows of fewer numbers are copied number by number, which is faster. */
  private static final int LEAST_COPIED = 16;

  final int actionWidth;
  final float[] actions;
  final double[] logProbabilities;
  final double[] values;
  final double[] advantages;
  final double[] returns;

  /**
   * @param most rows of the largest minibatch
   */
  Samples(int most, int actionWidth) {
    this.actionWidth = actionWidth;
    actions = new float[most * actionWidth];
    logProbabilities = new double[most];
    values = new double[most];
    advantages = new double[most];
    returns = new double[most];
  }

  /**
   * Fetches the rows of places {@code from} to {@code to}, exclusive.
   *
   * @param rows where each lies in the rollout
   */
  void take(Rollout rollout, int[] rows, int from, int to) {
    take(rollout.logProbabilities, rows, from, to, logProbabilities);
    take(rollout.values, rows, from, to, values);
    take(rollout.advantages, rows, from, to, advantages);
    take(rollout.returns, rows, from, to, returns);
    take(rollout.actions, actionWidth, rows, from, to, actions);
  }

  private static void take(double[] column, int[] rows, int from, int to, double[] into) {
    for (int i = from; i < to; i++) {
      into[i] = column[rows[i]];
    }
  }

  /** Fetches rows of several numbers each. */
  static void take(float[] column, int width, int[] rows, int from, int to, float[] into) {
    if (width >= LEAST_COPIED) {
      for (int i = from; i < to; i++) {
        System.arraycopy(column, rows[i] * width, into, i * width, width);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      int at = rows[i] * width;
      for (int j = 0; j < width; j++) {
        into[i * width + j] = column[at + j];
      }
    }
  }
}
