package io.makerbench.learn.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorWork;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on the network's device: observations go up, outputs come back, states stay. Where an
 * episode begins goes up where there is memory.
 */
final class TensorActing implements Acting {
  private final TensorNetwork network;
  private final int copies;
  private final int inputs;
  private final int width;
  private final TensorWork whole;

  /** Copies × state width; null without memory. */
  private @Nullable NDArray state;

  TensorActing(TensorNetwork network, int copies) {
    this.network = network;
    this.copies = copies;
    inputs = network.shape().inputs();
    width = network.shape().stateWidth();
    whole = network.work();
    if (width > 0) {
      state = whole.zeros(new Shape(copies, width), DataType.FLOAT32);
    }
  }

  @Override
  public void step(float[] seen, boolean[] begins, float[] outputs) {
    NDArray before = state;
    try (TensorWork work = network.work()) {
      NDList found = look(work, seen, begins, outputs);
      if (before != null) {
        state = found.get(1);
        whole.keep(state);
      }
    }
    if (before != null) {
      before.close(); // not before the work that it was lent to
    }
  }

  @Override
  public void look(float[] seen, boolean[] begins, float[] outputs) {
    try (TensorWork work = network.work()) {
      look(work, seen, begins, outputs);
    }
  }

  private NDList look(TensorWork work, float[] seen, boolean[] begins, float[] outputs) {
    NDArray observations = work.up(seen, new Shape(copies, inputs));
    if (state == null) {
      return look(work, TensorInputs.rows(observations), outputs);
    }
    work.lend(state);
    NDArray kept = work.up(TensorInputs.kept(begins, copies), new Shape(copies, 1));
    return look(work, new TensorInputs(observations, 1, copies, state, kept), outputs);
  }

  private NDList look(TensorWork work, TensorInputs at, float[] outputs) {
    NDList found = network.predict(work, at);
    float[] numbers = work.floats(found.get(0));
    System.arraycopy(numbers, 0, outputs, 0, numbers.length);
    return found;
  }

  @Override
  public void look(float[] seen, int[] which, int count, float[] outputs) {
    try (TensorWork work = network.work()) {
      NDArray observations = work.up(seen, new Shape(count, inputs));
      if (state == null) {
        look(work, TensorInputs.rows(observations), outputs);
        return;
      }
      long[] rows = Arrays.stream(which, 0, count).asLongStream().toArray();
      NDArray before = work.rows(state, work.up(rows, new Shape(count)));
      look(work, new TensorInputs(observations, 1, count, before, null), outputs);
    }
  }

  @Override
  public void remembered(float[] states, int at) {
    if (state != null) {
      System.arraycopy(whole.floats(state), 0, states, at, copies * width);
    }
  }

  @Override
  public void remember(float[] states) {
    if (state != null) {
      state.close();
      state = whole.up(states, new Shape(copies, width));
    }
  }

  @Override
  public void close() {
    whole.close();
  }
}
