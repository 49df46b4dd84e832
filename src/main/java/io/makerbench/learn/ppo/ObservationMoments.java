package io.makerbench.learn.ppo;

import io.makerbench.learn.ObservationScale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Shifts and scales observations by the mean and variance of those seen so far, or leaves them as
 * they are.
 */
final class ObservationMoments {
  private final int width;
  private final boolean scales;
  private final RunningMoments moments;
  private final ObservationScale scale;

  ObservationMoments(PpoConfig config, int width) {
    this.width = width;
    scales = config.normalizeObservations();
    moments = new RunningMoments(width);
    scale = new ObservationScale(new float[width], new float[width]);
  }

  /** Takes observations in. */
  void add(float[] observations, int count) {
    if (scales) {
      moments.add(observations, count);
      refresh();
    }
  }

  private void refresh() {
    for (int i = 0; i < width; i++) {
      scale.mean()[i] = (float) moments.mean[i];
      scale.factor()[i] = (float) (1 / moments.deviation(i));
    }
  }

  /** Writes observations as the network sees them. */
  void scale(float[] from, int at, float[] to, int toAt, int rows) {
    if (scales) {
      scale.apply(from, at, to, toAt, rows);
    } else {
      System.arraycopy(from, at, to, toAt, rows * width);
    }
  }

  /** How it scales now; null where it does not. */
  @Nullable ObservationScale scale() {
    return scales ? scale.copy() : null;
  }

  void save(DataOutput out) throws IOException {
    moments.save(out);
  }

  void restore(DataInput in) throws IOException {
    moments.restore(in);
    refresh();
  }
}
