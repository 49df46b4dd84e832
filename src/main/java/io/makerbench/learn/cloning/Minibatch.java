package io.makerbench.learn.cloning;

import io.makerbench.learn.net.Inputs;
import java.util.Arrays;

/** Rows of demonstrations for one passage through a network; reused. */
final class Minibatch {
  final float[] outputs;
  final float[] targets;
  final float[] gradients;
  final double[] weights;
  private final Demonstrations kept;
  private final int size;
  private final float[] observations;
  private Inputs inputs;

  Minibatch(Demonstrations kept, int outputs, int size) {
    this.kept = kept;
    this.size = Math.min(size, kept.rows());
    observations = new float[Math.multiplyExact(this.size, kept.width())];
    targets = new float[Math.multiplyExact(this.size, kept.targets())];
    this.outputs = new float[Math.multiplyExact(this.size, outputs)];
    gradients = new float[this.outputs.length];
    weights = new double[this.size];
    Arrays.fill(weights, 1);
    inputs = Inputs.rows(observations, this.size);
  }

  /** Takes the next rows of an order, fewer at its end; returns how many. */
  int take(int[] rows, int from) {
    int count = Math.min(size, rows.length - from);
    int width = kept.width();
    int targetWidth = kept.targets();
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      System.arraycopy(kept.observations(), row * width, observations, i * width, width);
      System.arraycopy(kept.actions(), row * targetWidth, targets, i * targetWidth, targetWidth);
    }
    if (inputs.rows() != count) {
      inputs = Inputs.rows(observations, count);
    }
    return count;
  }

  Inputs inputs() {
    return inputs;
  }
}
