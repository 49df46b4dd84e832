package io.makerbench.learn.dqn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures of training gathered from one row of metrics to the next. */
final class TrainingStatistics {
  private final double[] rewardOfEpisode;
  private final int[] greedyChoices;
  private double rewardSum;
  private long tickSum;
  private final double[] pnlOfEpisode;
  private double endedRewardSum;
  private double endedPnlSum;
  private int endedEpisodes;
  private long episodes;
  private double lossSum;
  private double valueSum;
  private double gradientNormSum;
  private int updates;

  TrainingStatistics(int copies, int actions) {
    rewardOfEpisode = new double[copies];
    pnlOfEpisode = new double[copies];
    greedyChoices = new int[actions];
  }

  void chose(int greedyAction) {
    greedyChoices[greedyAction]++;
  }

  void step(int copy, double reward, double pnl, int ticks) {
    rewardOfEpisode[copy] += reward;
    pnlOfEpisode[copy] = pnl;
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
    endedEpisodes++;
    episodes++;
    return totals;
  }

  void learnt(DqnLearner.Update update) {
    lossSum += update.loss();
    valueSum += update.meanQ();
    gradientNormSum += update.gradientNorm();
    updates++;
  }

  /** Episodes that ended since the start of training. */
  long episodes() {
    return episodes;
  }

  /** Greedy choices since the last row. */
  int choices() {
    return Arrays.stream(greedyChoices).sum();
  }

  /** The action chosen most often. */
  int topAction() {
    int top = 0;
    for (int a = 1; a < greedyChoices.length; a++) {
      if (greedyChoices[a] > greedyChoices[top]) {
        top = a;
      }
    }
    return top;
  }

  /** Share of the greedy choices that fell on the action chosen most often. */
  double topActionShare() {
    return (double) greedyChoices[topAction()] / choices();
  }

  /** The figures since the last row; what did not happen has no column. */
  Map<String, Double> row() {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put("episode", (double) episodes);
    if (endedEpisodes > 0) {
      row.put("episode_reward", endedRewardSum / endedEpisodes);
      putFinite(row, "episode_pnl", endedPnlSum / endedEpisodes);
    }
    if (tickSum > 0) {
      row.put("reward", rewardSum / tickSum);
      putFinite(row, "pnl", Arrays.stream(pnlOfEpisode).average().orElse(Double.NaN));
    }
    if (updates > 0) {
      row.put("loss", lossSum / updates);
      row.put("q_mean", valueSum / updates);
      row.put("grad_norm", gradientNormSum / updates);
    }
    if (choices() > 0) {
      row.put("top_action_share", topActionShare());
    }
    return row;
  }

  private static void putFinite(Map<String, Double> row, String column, double value) {
    if (Double.isFinite(value)) {
      row.put(column, value);
    }
  }

  /** Begins the next row. */
  void clearRow() {
    Arrays.fill(greedyChoices, 0);
    rewardSum = 0;
    tickSum = 0;
    endedRewardSum = 0;
    endedPnlSum = 0;
    endedEpisodes = 0;
    lossSum = 0;
    valueSum = 0;
    gradientNormSum = 0;
    updates = 0;
  }

  void save(DataOutput out) throws IOException {
    for (double reward : rewardOfEpisode) {
      out.writeDouble(reward);
    }
    for (double pnl : pnlOfEpisode) {
      out.writeDouble(pnl);
    }
    out.writeDouble(endedPnlSum);
    for (int count : greedyChoices) {
      out.writeInt(count);
    }
    out.writeDouble(rewardSum);
    out.writeLong(tickSum);
    out.writeDouble(endedRewardSum);
    out.writeInt(endedEpisodes);
    out.writeLong(episodes);
    out.writeDouble(lossSum);
    out.writeDouble(valueSum);
    out.writeDouble(gradientNormSum);
    out.writeInt(updates);
  }

  void restore(DataInput in) throws IOException {
    for (int copy = 0; copy < rewardOfEpisode.length; copy++) {
      rewardOfEpisode[copy] = in.readDouble();
    }
    for (int copy = 0; copy < pnlOfEpisode.length; copy++) {
      pnlOfEpisode[copy] = in.readDouble();
    }
    endedPnlSum = in.readDouble();
    for (int action = 0; action < greedyChoices.length; action++) {
      greedyChoices[action] = in.readInt();
    }
    rewardSum = in.readDouble();
    tickSum = in.readLong();
    endedRewardSum = in.readDouble();
    endedEpisodes = in.readInt();
    episodes = in.readLong();
    lossSum = in.readDouble();
    valueSum = in.readDouble();
    gradientNormSum = in.readDouble();
    updates = in.readInt();
  }
}
