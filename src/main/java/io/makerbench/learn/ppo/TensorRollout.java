package io.makerbench.learn.ppo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorWork;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of a full rollout on a device, of which minibatches are gathered there. */
final class TensorRollout {
  private final Rollout rollout;

  /** Rows × inputs. */
  private final NDArray observations;

  private final NDArray actions;

  /** Rows × the columns of {@link Sample}, double. */
  private final NDArray numbers;

  private final @Nullable Memory memory;

  /**
   * What only a network with memory asks for.
   *
   * @param kept rows × 1: 0 where an episode begins
   * @param states before each sequence, sequences × state width
   * @param first row of each sequence, its number
   * @param steps from the first row to the others, as a column
   */
  private record Memory(NDArray kept, NDArray states, NDArray first, NDArray steps) {}

  /**
   * What is known of the rows of a minibatch, each rows × 1 and double, but for the inputs and the
   * actions.
   *
   * @param targets of the values, on the network's scale
   * @param values that the network gave before, on its scale
   */
  record Sample(
      TensorInputs inputs,
      NDArray actions,
      NDArray logProbabilities,
      NDArray advantages,
      NDArray targets,
      NDArray values) {}

  /**
   * Brings a rollout up.
   *
   * @param valueMean by what values are shifted
   * @param valueDeviation by what they are scaled
   */
  TensorRollout(TensorWork work, Rollout rollout, double valueMean, double valueDeviation) {
    this.rollout = rollout;
    int rows = rollout.rows();
    observations = work.up(rollout.observations, new Shape(rows, rollout.width));
    actions = work.up(rollout.actions, new Shape(rows, rollout.actionWidth));
    NDArray mean = work.scalar(valueMean);
    NDArray deviation = work.scalar(valueDeviation);
    NDList columns = new NDList();
    columns.add(column(work, rollout.logProbabilities));
    columns.add(column(work, rollout.advantages));
    columns.add(column(work, rollout.returns).sub(mean).div(deviation));
    columns.add(column(work, rollout.values).sub(mean).div(deviation));
    numbers = NDArrays.concat(columns, 1);
    memory = rollout.stateWidth == 0 ? null : memory(work, rollout);
  }

  private static NDArray column(TensorWork work, double[] numbers) {
    return work.up(numbers, new Shape(numbers.length, 1));
  }

  private static Memory memory(TensorWork work, Rollout rollout) {
    int rows = rollout.rows();
    int units = rows / rollout.sequence;
    long[] first = IntStream.range(0, units).mapToLong(rollout::firstRow).toArray();
    long[] steps =
        IntStream.range(0, rollout.sequence).mapToLong(t -> (long) t * rollout.copies).toArray();
    return new Memory(
        work.up(TensorInputs.kept(rollout.begins, rows), new Shape(rows, 1)),
        work.up(rollout.startStates, new Shape(units, rollout.stateWidth)),
        work.up(first, new Shape(units, 1)),
        work.up(steps, new Shape(steps.length, 1)));
  }

  /**
   * Gathers a minibatch.
   *
   * @param units rows, or sequences where there is memory; whole numbers
   */
  Sample take(TensorWork work, NDArray units) {
    NDArray rows = memory == null ? units : rows(work, memory, units);
    NDList columns = work.rows(numbers, rows).split(numbers.getShape().get(1), 1);
    return new Sample(
        inputs(work, rows, units),
        work.rows(actions, rows),
        columns.get(0),
        columns.get(1),
        columns.get(2),
        columns.get(3));
  }

  /** Rows of sequences, by time first. */
  private static NDArray rows(TensorWork work, Memory memory, NDArray units) {
    NDArray first = work.rows(memory.first, units).reshape(1, units.size());
    return first.add(memory.steps).flatten();
  }

  private TensorInputs inputs(TensorWork work, NDArray rows, NDArray units) {
    NDArray seen = work.rows(observations, rows);
    return memory == null
        ? TensorInputs.rows(seen)
        : new TensorInputs(
            seen,
            rollout.sequence,
            (int) units.size(),
            work.rows(memory.states, units),
            work.rows(memory.kept, rows));
  }
}
