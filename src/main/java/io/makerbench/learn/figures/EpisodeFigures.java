package io.makerbench.learn.figures;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the copies of an environment earned, gathered from one row of metrics to the next. */
final class EpisodeFigures {
  private final double[] rewardOfEpisode;
  private final double[] pnlOfEpisode;
  private final double[] pnlBefore;
  private double rewardSum;
  private double profitSum;
  private long tickSum;
  private double endedRewardSum;
  private double endedPnlSum;
  private long endedEpisodes;
  private long episodes;

  EpisodeFigures(int copies) {
    rewardOfEpisode = new double[copies];
    pnlOfEpisode = new double[copies];
    pnlBefore = new double[copies];
  }

  /**
   * A copy made a step.
   *
   * @param pnl profit since the start of its episode; NaN where there is no money
   * @param ticks ticks the step spanned
   */
  void step(int copy, double reward, double pnl, int ticks) {
    rewardOfEpisode[copy] += reward;
    pnlOfEpisode[copy] = pnl;
    profitSum += pnl - pnlBefore[copy];
    pnlBefore[copy] = pnl;
    rewardSum += reward;
    tickSum += ticks;
  }

  /** An episode ended; returns its number, reward and, where there is money, profit. */
  Map<String, Double> ended(int copy) {
    Map<String, Double> totals = new LinkedHashMap<>();
    totals.put("episode", episodes + 1.0);
    totals.put("reward", rewardOfEpisode[copy]);
    putFinite(totals, "pnl", pnlOfEpisode[copy]);
    endedRewardSum += rewardOfEpisode[copy];
    endedPnlSum += pnlOfEpisode[copy];
    rewardOfEpisode[copy] = 0;
    pnlBefore[copy] = 0;
    endedEpisodes++;
    episodes++;
    return totals;
  }

  /**
   * The figures since the last row; what did not happen has no column. Where there is money a
   * reward is what was earned (position valued at the market) and the rest: penalties, and what a
   * reward counts otherwise than profit does.
   */
  void put(Map<String, Double> row) {
    row.put("episode", (double) episodes);
    if (tickSum > 0) {
      row.put("reward", rewardSum / tickSum);
      putFinite(row, "reward_profit", profitSum / tickSum);
      putFinite(row, "reward_other", (rewardSum - profitSum) / tickSum);
      putFinite(row, "pnl", Arrays.stream(pnlOfEpisode).average().orElse(Double.NaN));
    }
    if (endedEpisodes > 0) {
      row.put("episode_reward", endedRewardSum / endedEpisodes);
      putFinite(row, "episode_pnl", endedPnlSum / endedEpisodes);
    }
  }

  static void putFinite(Map<String, Double> row, String column, double value) {
    if (Double.isFinite(value)) {
      row.put(column, value);
    }
  }

  /** Begins the next row. */
  void clear() {
    rewardSum = 0;
    profitSum = 0;
    tickSum = 0;
    endedRewardSum = 0;
    endedPnlSum = 0;
    endedEpisodes = 0;
  }

  void save(DataOutput out) throws IOException {
    for (int copy = 0; copy < rewardOfEpisode.length; copy++) {
      out.writeDouble(rewardOfEpisode[copy]);
      out.writeDouble(pnlOfEpisode[copy]);
      out.writeDouble(pnlBefore[copy]);
    }
    out.writeDouble(rewardSum);
    out.writeDouble(profitSum);
    out.writeLong(tickSum);
    out.writeDouble(endedRewardSum);
    out.writeDouble(endedPnlSum);
    out.writeLong(endedEpisodes);
    out.writeLong(episodes);
  }

  void restore(DataInput in) throws IOException {
    for (int copy = 0; copy < rewardOfEpisode.length; copy++) {
      rewardOfEpisode[copy] = in.readDouble();
      pnlOfEpisode[copy] = in.readDouble();
      pnlBefore[copy] = in.readDouble();
    }
    rewardSum = in.readDouble();
    profitSum = in.readDouble();
    tickSum = in.readLong();
    endedRewardSum = in.readDouble();
    endedPnlSum = in.readDouble();
    endedEpisodes = in.readLong();
    episodes = in.readLong();
  }
}
