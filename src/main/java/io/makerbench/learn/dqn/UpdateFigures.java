package io.makerbench.learn.dqn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** Means of what updates found, from one row of metrics to the next. */
final class UpdateFigures {
  private double lossSum;
  private double valueSum;
  private double gradientNormSum;
  private int updates;

  void add(DqnLearner.Update update) {
    lossSum += update.loss();
    valueSum += update.meanQ();
    gradientNormSum += update.gradientNorm();
    updates++;
  }

  /** As columns of metrics, where there was an update. */
  void put(Map<String, Double> row) {
    if (updates > 0) {
      row.put("loss", lossSum / updates);
      row.put("q_mean", valueSum / updates);
      row.put("grad_norm", gradientNormSum / updates);
    }
  }

  /** Begins the next row. */
  void clear() {
    lossSum = 0;
    valueSum = 0;
    gradientNormSum = 0;
    updates = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(lossSum);
    out.writeDouble(valueSum);
    out.writeDouble(gradientNormSum);
    out.writeInt(updates);
  }

  void restore(DataInput in) throws IOException {
    lossSum = in.readDouble();
    valueSum = in.readDouble();
    gradientNormSum = in.readDouble();
    updates = in.readInt();
  }
}
