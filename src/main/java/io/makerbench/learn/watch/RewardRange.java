package io.makerbench.learn.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whether the steps of some time were rewarded alike and led on alike. */
final class RewardRange {
  private double least;
  private double most;
  private boolean terminated;

  RewardRange() {
    clear();
  }

  void add(double reward, boolean terminates) {
    least = reward < least ? reward : least;
    most = reward > most ? reward : most;
    terminated |= terminates;
  }

  void add(RewardRange other) {
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    terminated |= other.terminated;
  }

  /** True where every step got the same and no episode ended in a terminal state. */
  boolean saysNothing() {
    return least == most && !terminated;
  }

  /** The only reward, where there is only one. */
  double only() {
    return least;
  }

  void clear() {
    least = Double.POSITIVE_INFINITY;
    most = Double.NEGATIVE_INFINITY;
    terminated = false;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(least);
    out.writeDouble(most);
    out.writeBoolean(terminated);
  }

  void restore(DataInput in) throws IOException {
    least = in.readDouble();
    most = in.readDouble();
    terminated = in.readBoolean();
  }
}
