package io.makerbench.learn.acting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.makerbench.learn.torch.TensorWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@link MultiCategorical} for many rows. */
final class TensorMultiCategorical implements TensorDistribution {
  private final List<TensorCategorical> parts = new ArrayList<>();

  /**
   * @param choices numbers of choices, one for each number of an action
   */
  TensorMultiCategorical(TensorWork work, NDArray outputs, NDArray actions, int[] choices) {
    long[] cuts = new long[choices.length - 1];
    int passed = 0;
    for (int i = 0; i < cuts.length; i++) {
      passed += choices[i];
      cuts[i] = passed;
    }
    NDList outputsOfParts = outputs.split(cuts, 1);
    NDList actionsOfParts = actions.split(choices.length, 1);
    for (int i = 0; i < choices.length; i++) {
      parts.add(new TensorCategorical(work, outputsOfParts.get(i), actionsOfParts.get(i)));
    }
  }

  private NDArray sum(Function<TensorCategorical, NDArray> of) {
    return parts.stream().map(of).reduce(NDArray::add).orElseThrow();
  }

  @Override
  public NDArray relativeLogProbabilities() {
    return sum(TensorCategorical::relativeLogProbabilities);
  }

  @Override
  public NDArray entropies() {
    return sum(TensorCategorical::entropies);
  }

  @Override
  public NDArray slopes(NDArray byLogProbabilities, double byEntropy) {
    NDList slopes = new NDList();
    for (TensorCategorical part : parts) {
      slopes.add(part.slopes(byLogProbabilities, byEntropy));
    }
    return NDArrays.concat(slopes, 1);
  }

  @Override
  public NDArray freeSlopes(NDArray byLogProbabilities, double byEntropy) {
    return parts.getFirst().freeSlopes(byLogProbabilities, byEntropy);
  }
}
