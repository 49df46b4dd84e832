package io.makerbench.learn.dqn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.torch.TensorWork;

/**
 * What rows of a Q-network's outputs are worth, as {@link QNetwork} has it for one row, on tensors
 * of doubles.
 */
final class TensorValues {
  private static final int[] ROW = {1};

  private final TensorWork work;
  private final QNetwork network;

  /** V, rows × 1; of no use to a plain head. */
  private final NDArray state;

  /** A or Q, rows × actions. */
  private final NDArray perAction;

  /**
   * @param outputs rows × outputs, float
   */
  TensorValues(TensorWork work, QNetwork network, NDArray outputs) {
    this.work = work;
    this.network = network;
    NDArray wide = outputs.toType(DataType.FLOAT64, false);
    boolean dueling = isDueling();
    NDList parts = dueling ? wide.split(new long[] {1}, 1) : new NDList(wide);
    state = parts.getFirst();
    perAction = parts.getLast();
  }

  private boolean isDueling() {
    return network.head() == Head.DUELING;
  }

  /** The most valuable actions, rows × 1, float. */
  NDArray best() {
    return perAction.argMax(1).toType(DataType.FLOAT32, false).expandDims(1);
  }

  /** 1 at an action of each row, rows × actions. */
  private NDArray at(NDArray actions) {
    return actions.eq(work.counting(network.actions())).toType(DataType.FLOAT64, false);
  }

  /** Values of an action of each row, rows × 1. */
  NDArray of(NDArray actions) {
    NDArray own = perAction.mul(at(actions)).sum(ROW, true);
    return isDueling() ? own.add(state).sub(perAction.mean(ROW, true)) : own;
  }

  /** From the slopes of a loss by the values of an action of each row, those by the outputs. */
  NDArray slopes(NDArray actions, NDArray byValues) {
    NDArray own = at(actions).mul(byValues);
    NDArray all = own;
    if (isDueling()) {
      NDArray shared = byValues.mul(work.scalar(1.0 / network.actions()));
      all = NDArrays.concat(new NDList(byValues, own.sub(shared)), 1);
    }
    return all.toType(DataType.FLOAT32, false);
  }
}
