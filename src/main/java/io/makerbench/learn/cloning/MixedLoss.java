package io.makerbench.learn.cloning;

import java.util.List;

/** Weighted sum of the losses of several heads, whose outputs and targets stand in a row. */
final class MixedLoss implements RowLoss {
  private final List<RowLoss> heads;
  private final double[] weights;

  /**
   * @param weights one a head
   */
  MixedLoss(List<? extends RowLoss> heads, double[] weights) {
    this.heads = List.copyOf(heads);
    this.weights = weights.clone();
  }

  @Override
  public int outputs() {
    return heads.stream().mapToInt(RowLoss::outputs).sum();
  }

  @Override
  public int targets() {
    return heads.stream().mapToInt(RowLoss::targets).sum();
  }

  @Override
  public double of(
      float[] outputs,
      int at,
      float[] targets,
      int targetAt,
      double weight,
      float[] gradients,
      int to) {
    double sum = 0;
    int passed = 0;
    int passedTargets = 0;
    for (int h = 0; h < weights.length; h++) {
      RowLoss head = heads.get(h);
      sum +=
          head.of(
              outputs,
              at + passed,
              targets,
              targetAt + passedTargets,
              weight * weights[h],
              gradients,
              to + passed);
      passed += head.outputs();
      passedTargets += head.targets();
    }
    return sum;
  }
}
