package io.makerbench.learn.watch;

import io.makerbench.env.Transitions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The rewards of a training since its start. */
final class Rewards {
  /** Those since the start, without the period's. */
  private final RewardRange before = new RewardRange();

  /** Those of the period. */
  final RewardRange ofPeriod = new RewardRange();

  private final double[] sizeOfEpisode;
  private long rewarded;
  private double squares;
  private double largestReturn;

  Rewards(int copies) {
    sizeOfEpisode = new double[copies];
  }

  void add(Transitions transitions) {
    for (int copy = 0; copy < sizeOfEpisode.length; copy++) {
      double reward = transitions.rewards[copy];
      boolean terminates = transitions.terminated[copy];
      ofPeriod.add(reward, terminates);
      if (reward != 0) {
        rewarded++;
        squares += reward * reward;
      }
      sizeOfEpisode[copy] += Math.abs(reward);
      largestReturn = Math.max(largestReturn, sizeOfEpisode[copy]);
      if (terminates || transitions.truncated[copy]) {
        sizeOfEpisode[copy] = 0;
      }
    }
  }

  /** Those since the start. */
  RewardRange all() {
    RewardRange all = new RewardRange();
    all.add(before);
    all.add(ofPeriod);
    return all;
  }

  /** Begins the next period. */
  void endPeriod() {
    before.add(ofPeriod);
    ofPeriod.clear();
  }

  /** Root mean square of those that are not 0; NaN before the first. */
  double size() {
    return rewarded == 0 ? Double.NaN : Math.sqrt(squares / rewarded);
  }

  /** Steps that were rewarded with something other than 0. */
  long rewarded() {
    return rewarded;
  }

  /**
   * The largest sum of sizes of rewards within an episode: no return of it, discounted or not, can
   * be larger.
   */
  double largestReturn() {
    return largestReturn;
  }

  void save(DataOutput out) throws IOException {
    before.save(out);
    ofPeriod.save(out);
    out.writeLong(rewarded);
    out.writeDouble(squares);
    out.writeDouble(largestReturn);
    for (double size : sizeOfEpisode) {
      out.writeDouble(size);
    }
  }

  void restore(DataInput in) throws IOException {
    before.restore(in);
    ofPeriod.restore(in);
    rewarded = in.readLong();
    squares = in.readDouble();
    largestReturn = in.readDouble();
    for (int copy = 0; copy < sizeOfEpisode.length; copy++) {
      sizeOfEpisode[copy] = in.readDouble();
    }
  }
}
