package io.makerbench.learn.watch;

import io.makerbench.env.Transitions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The rewards of a training since its start. */
final class Rewards {
  private final double[] sizeOfEpisode;
  private long rewarded;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private double largestReturn;
  private long terminations;

  Rewards(int copies) {
    sizeOfEpisode = new double[copies];
  }

  void add(Transitions transitions) {
    for (int copy = 0; copy < sizeOfEpisode.length; copy++) {
      double reward = transitions.rewards[copy];
      least = Math.min(least, reward);
      most = Math.max(most, reward);
      if (reward != 0) {
        rewarded++;
        squares += reward * reward;
      }
      sizeOfEpisode[copy] += Math.abs(reward);
      largestReturn = Math.max(largestReturn, sizeOfEpisode[copy]);
      if (transitions.terminated[copy] || transitions.truncated[copy]) {
        sizeOfEpisode[copy] = 0;
        terminations += transitions.terminated[copy] ? 1 : 0;
      }
    }
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

  /** True where every step got the same and no episode ended in a terminal state. */
  boolean sayNothing() {
    return least == most && terminations == 0;
  }

  /** The only reward, where there is only one. */
  double only() {
    return least;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(rewarded);
    out.writeDouble(squares);
    out.writeDouble(least);
    out.writeDouble(most);
    out.writeDouble(largestReturn);
    out.writeLong(terminations);
    for (double size : sizeOfEpisode) {
      out.writeDouble(size);
    }
  }

  void restore(DataInput in) throws IOException {
    rewarded = in.readLong();
    squares = in.readDouble();
    least = in.readDouble();
    most = in.readDouble();
    largestReturn = in.readDouble();
    terminations = in.readLong();
    for (int copy = 0; copy < sizeOfEpisode.length; copy++) {
      sizeOfEpisode[copy] = in.readDouble();
    }
  }
}
