package io.makerbench.learn.ppo;

import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.tensors.PrimitiveArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Shifts and scales observations by the mean and variance of those seen so far, or as a policy from
 * before did, or leaves them as they are.
 */
final class ObservationMoments {
  private enum Rule {
    NONE,
    KEPT,
    LEARNT
  }

  private final int width;
  private final RunningMoments moments;
  private final ObservationScale scale;
  private Rule rule;

  /**
   * @param before a scale that is to be kept; null for none
   */
  ObservationMoments(PpoConfig config, int width, @Nullable ObservationScale before) {
    this.width = width;
    moments = new RunningMoments(width);
    if (before != null) {
      rule = Rule.KEPT;
      scale = before.copy();
    } else {
      rule = config.normalizeObservations() ? Rule.LEARNT : Rule.NONE;
      scale = new ObservationScale(new float[width], new float[width]);
    }
  }

  /** Takes observations in. */
  void add(float[] observations, int count) {
    if (rule == Rule.LEARNT) {
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
    if (rule == Rule.NONE) {
      System.arraycopy(from, at, to, toAt, rows * width);
    } else {
      scale.apply(from, at, to, toAt, rows);
    }
  }

  /** How it scales now; null where it does not. */
  @Nullable ObservationScale scale() {
    return rule == Rule.NONE ? null : scale.copy();
  }

  void save(DataOutput out) throws IOException {
    out.writeByte(rule.ordinal());
    moments.save(out);
    PrimitiveArrays.write(out, scale.mean(), width);
    PrimitiveArrays.write(out, scale.factor(), width);
  }

  void restore(DataInput in) throws IOException {
    rule = Rule.values()[in.readByte()];
    moments.restore(in);
    PrimitiveArrays.read(in, scale.mean(), width);
    PrimitiveArrays.read(in, scale.factor(), width);
  }
}
