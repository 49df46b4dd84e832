package io.makerbench.learn.cloning;

/**
 * Mean of the losses of rows, by their weights: Σ w·loss / Σ w, so that a row of weight 2 is two
 * rows.
 */
final class BatchLoss {
  private BatchLoss() {}

  /**
   * @param outputs rows of outputs
   * @param targets rows of targets
   * @param weights one a row
   * @param gradients receives the slopes by the outputs
   */
  static double of(
      RowLoss loss,
      float[] outputs,
      float[] targets,
      double[] weights,
      int rows,
      float[] gradients) {
    double total = 0;
    for (int row = 0; row < rows; row++) {
      total += weights[row];
    }
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = row * loss.outputs();
      int targetAt = row * loss.targets();
      sum += loss.of(outputs, at, targets, targetAt, weights[row] / total, gradients, at);
    }
    return sum;
  }
}
