package io.makerbench.learn.ppo;

import io.makerbench.env.Transitions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of training gathered from one row of metrics to the next. */
final class PpoStatistics {
  private final double[] rewardOfEpisode;
  private final long[] choices;
  private long episodes;
  private long decisions;
  private double rewardSum;
  private long tickSum;
  private double endedRewardSum;
  private double endedPnlSum;
  private long endedEpisodes;

  /**
   * @param choices actions that are counted one by one; 0 where there are too many
   */
  PpoStatistics(int copies, int choices) {
    rewardOfEpisode = new double[copies];
    this.choices = new long[choices];
  }

  /** Takes in what a step of all copies led to. */
  void step(Transitions transitions, int[] discrete) {
    for (int copy = 0; copy < rewardOfEpisode.length; copy++) {
      double reward = transitions.rewards[copy];
      rewardOfEpisode[copy] += reward;
      rewardSum += reward;
      tickSum += transitions.ticks[copy];
      if (choices.length > 0) {
        choices[discrete[copy]]++;
      }
      if (transitions.terminated[copy] || transitions.truncated[copy]) {
        ended(copy, transitions.pnl[copy]);
      }
    }
    decisions += rewardOfEpisode.length;
  }

  private void ended(int copy, double pnl) {
    endedRewardSum += rewardOfEpisode[copy];
    endedPnlSum += pnl;
    rewardOfEpisode[copy] = 0;
    endedEpisodes++;
    episodes++;
  }

  /** The action taken most often since the last row. */
  int topAction() {
    int top = 0;
    for (int a = 1; a < choices.length; a++) {
      if (choices[a] > choices[top]) {
        top = a;
      }
    }
    return top;
  }

  /** Share of the decisions that fell on it; 0 where actions are not counted. */
  double topActionShare() {
    double all = 0;
    for (long count : choices) {
      all += count;
    }
    return all == 0 ? 0 : choices[topAction()] / all;
  }

  /** The figures since the last row; what did not happen has no column. */
  Map<String, Double> row() {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put("episode", (double) episodes);
    row.put("decisions", (double) decisions);
    if (tickSum > 0) {
      row.put("reward", rewardSum / tickSum);
    }
    if (endedEpisodes > 0) {
      row.put("episode_reward", endedRewardSum / endedEpisodes);
      double pnl = endedPnlSum / endedEpisodes;
      if (Double.isFinite(pnl)) {
        row.put("episode_pnl", pnl);
      }
    }
    if (choices.length > 0) {
      row.put("top_action_share", topActionShare());
    }
    return row;
  }

  /** Begins the next row. */
  void clearRow() {
    Arrays.fill(choices, 0);
    rewardSum = 0;
    tickSum = 0;
    endedRewardSum = 0;
    endedPnlSum = 0;
    endedEpisodes = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(episodes);
    out.writeLong(decisions);
    out.writeDouble(rewardSum);
    out.writeLong(tickSum);
    out.writeDouble(endedRewardSum);
    out.writeDouble(endedPnlSum);
    out.writeLong(endedEpisodes);
    for (double reward : rewardOfEpisode) {
      out.writeDouble(reward);
    }
    for (long count : choices) {
      out.writeLong(count);
    }
  }

  void restore(DataInput in) throws IOException {
    episodes = in.readLong();
    decisions = in.readLong();
    rewardSum = in.readDouble();
    tickSum = in.readLong();
    endedRewardSum = in.readDouble();
    endedPnlSum = in.readDouble();
    endedEpisodes = in.readLong();
    for (int copy = 0; copy < rewardOfEpisode.length; copy++) {
      rewardOfEpisode[copy] = in.readDouble();
    }
    for (int a = 0; a < choices.length; a++) {
      choices[a] = in.readLong();
    }
  }
}
