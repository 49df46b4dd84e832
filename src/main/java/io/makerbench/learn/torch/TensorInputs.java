package io.makerbench.learn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.net.Inputs;
import org.jspecify.annotations.Nullable;

/**
 * What a network is run on, where it is on a device already; see {@link Inputs}.
 *
 * @param observations rows × inputs, float
 * @param steps times in a row
 * @param sequences sequences side by side
 * @param state before the first step, sequences × state width, float; null for zeroes or no memory
 * @param kept rows × 1, float: 0 where an episode begins, so that the state before it is zero, and
 *     1 elsewhere; null where none does
 */
public record TensorInputs(
    NDArray observations,
    int steps,
    int sequences,
    @Nullable NDArray state,
    @Nullable NDArray kept) {
  /** Rows that are independent of each other. */
  public static TensorInputs rows(NDArray observations) {
    int rows = (int) observations.getShape().get(0);
    return new TensorInputs(observations, 1, rows, null, null);
  }

  /** Brings inputs to the device. */
  static TensorInputs of(TensorWork work, Inputs inputs, int width, int stateWidth) {
    int rows = inputs.rows();
    return new TensorInputs(
        work.up(inputs.observations, new Shape(rows, width)),
        inputs.steps,
        inputs.sequences,
        inputs.state == null || stateWidth == 0
            ? null
            : work.up(inputs.state, new Shape(inputs.sequences, stateWidth)),
        inputs.begins == null ? null : work.up(kept(inputs.begins, rows), new Shape(rows, 1)));
  }

  /** 0 where an episode begins, 1 elsewhere. */
  public static float[] kept(boolean[] begins, int rows) {
    float[] kept = new float[rows];
    for (int row = 0; row < rows; row++) {
      kept[row] = begins[row] ? 0 : 1;
    }
    return kept;
  }
}
