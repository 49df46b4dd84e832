package io.makerbench.check;

import java.util.Locale;

/** How well a policy does. */
enum Score {
  /** Mean sum of rewards in a window, which is an episode where windows hold one. */
  RETURN("return %.1f") {
    @Override
    double of(Trial trial) {
      return trial.meanReward();
    }
  },
  /** Rewards as a share of the most that can be expected. */
  SHARE_OF_OPTIMUM("%.4f of the optimum") {
    @Override
    double of(Trial trial) {
      return trial.shareOfOptimum();
    }
  };

  private final String format;

  Score(String format) {
    this.format = format;
  }

  abstract double of(Trial trial);

  String words(double score) {
    return String.format(Locale.ROOT, format, score);
  }
}
