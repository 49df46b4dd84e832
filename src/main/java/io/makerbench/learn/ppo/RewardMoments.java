package io.makerbench.learn.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Divides rewards by the running deviation of their discounted sum, which is kept for each copy and
 * begins anew with its episodes (as gym's reward normaliser does; Engstrom and others, 2020).
 */
final class RewardMoments {
  private static final double LARGEST = 10;

  private final RunningMoments moments = new RunningMoments(1);
  private final double[] sums;

  RewardMoments(int copies) {
    sums = new double[copies];
  }

  /**
   * Takes in the rewards of a step of all copies, then scales them in place.
   *
   * @param first row of the first copy
   */
  void scale(Rollout rollout, int first) {
    for (int copy = 0; copy < sums.length; copy++) {
      int row = first + copy;
      sums[copy] = rollout.discounts[row] * sums[copy] + rollout.rewards[row];
    }
    moments.add(sums);
    double deviation = moments.deviation(0);
    for (int copy = 0; copy < sums.length; copy++) {
      int row = first + copy;
      rollout.rewards[row] = Math.clamp(rollout.rewards[row] / deviation, -LARGEST, LARGEST);
      if (rollout.ended[row]) {
        sums[copy] = 0;
      }
    }
  }

  void save(DataOutput out) throws IOException {
    moments.save(out);
    for (double sum : sums) {
      out.writeDouble(sum);
    }
  }

  void restore(DataInput in) throws IOException {
    moments.restore(in);
    for (int copy = 0; copy < sums.length; copy++) {
      sums[copy] = in.readDouble();
    }
  }
}
