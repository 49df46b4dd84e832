package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.makerbench.learn.torch.TensorWork;
import java.util.List;
import java.util.function.ToIntFunction;

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

  @Override
  public TensorRowLoss onTensors(TensorWork work, NDArray outputs, NDArray targets) {
    NDList outputsOfHeads = outputs.split(cuts(RowLoss::outputs), 1);
    NDList targetsOfHeads = targets.split(cuts(RowLoss::targets), 1);
    NDList losses = new NDList();
    NDList slopes = new NDList();
    for (int h = 0; h < weights.length; h++) {
      TensorRowLoss head =
          heads
              .get(h)
              .onTensors(work, outputsOfHeads.get(h), targetsOfHeads.get(h))
              .times(work, weights[h]);
      losses.add(head.losses());
      slopes.add(head.slopes());
    }
    NDArray sum = NDArrays.concat(losses, 1).sum(new int[] {1}, true);
    return new TensorRowLoss(sum, NDArrays.concat(slopes, 1));
  }

  @Override
  public NDArray decide(TensorWork work, NDArray outputs) {
    NDList outputsOfHeads = outputs.split(cuts(RowLoss::outputs), 1);
    NDList decisions = new NDList();
    for (int h = 0; h < weights.length; h++) {
      decisions.add(heads.get(h).decide(work, outputsOfHeads.get(h)));
    }
    return NDArrays.concat(decisions, 1);
  }

  /** Where the columns of one head end and those of the next begin. */
  private long[] cuts(ToIntFunction<RowLoss> width) {
    long[] cuts = new long[weights.length - 1];
    long passed = 0;
    for (int h = 0; h < cuts.length; h++) {
      passed += width.applyAsInt(heads.get(h));
      cuts[h] = passed;
    }
    return cuts;
  }
}
