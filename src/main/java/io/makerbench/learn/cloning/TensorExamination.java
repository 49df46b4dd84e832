package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.makerbench.learn.torch.TensorInputs;
import io.makerbench.learn.torch.TensorNetwork;
import io.makerbench.learn.torch.TensorWork;

/** Judges on the network's device, where the rows go once; of each judgement sums come back. */
final class TensorExamination implements Examination {
  private final TensorNetwork network;
  private final RowLoss loss;
  private final int rows;
  private final int batchSize;
  private final TensorWork whole;
  private final NDArray observations;
  private final NDArray actions;

  TensorExamination(
      TensorNetwork network, RowLoss loss, Demonstrations kept, int[] rows, int batchSize) {
    this.network = network;
    this.loss = loss;
    this.rows = rows.length;
    this.batchSize = batchSize;
    whole = network.work();
    observations = table(kept.observations(), kept.width(), rows);
    actions = table(kept.actions(), kept.targets(), rows);
  }

  private NDArray table(float[] all, int width, int[] chosen) {
    float[] numbers = new float[Math.multiplyExact(chosen.length, width)];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(all, chosen[i] * width, numbers, i * width, width);
    }
    return whole.up(numbers, new Shape(chosen.length, width));
  }

  @Override
  public double of(Agreement agreement) {
    try (TensorWork work = network.work()) {
      NDArray sums = work.zeros(new Shape(1 + agreement.sums()), DataType.FLOAT64);
      for (int from = 0; from < rows; from += batchSize) {
        add(from + ":" + Math.min(rows, from + batchSize), agreement, sums);
      }
      double[] found = work.doubles(sums);
      agreement.add(found, 1, (long) rows * loss.targets());
      return found[0] / rows;
    }
  }

  private void add(String range, Agreement agreement, NDArray sums) {
    try (TensorWork work = network.work()) {
      work.lend(observations, actions);
      TensorInputs inputs = TensorInputs.rows(observations.get(range));
      NDArray outputs = wide(network.predict(work, inputs).get(0));
      NDArray wanted = wide(actions.get(range));
      NDArray lost = loss.onTensors(work, outputs, wanted).losses().sum().reshape(1);
      NDArray met = agreement.onTensors(work, loss.decide(work, outputs), wanted);
      sums.addi(NDArrays.concat(new NDList(lost, met)));
    }
  }

  private static NDArray wide(NDArray floats) {
    return floats.toType(DataType.FLOAT64, false);
  }

  @Override
  public void close() {
    whole.close();
  }
}
