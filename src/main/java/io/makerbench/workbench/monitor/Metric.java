package io.makerbench.workbench.monitor;

/** The curves on the page, in its order; the keys are the columns of metrics.csv. */
enum Metric {
  REWARD("reward", "Reward per tick", ""),
  EPISODE_REWARD("episode_reward", "Reward per episode", ""),
  EPISODE_PNL("episode_pnl", "PnL per episode", "quote"),
  LOSS("loss", "Loss", ""),
  Q_MEAN("q_mean", "Mean Q", ""),
  GRAD_NORM("grad_norm", "Gradient norm", ""),
  EPSILON("epsilon", "Exploration ε", ""),
  TOP_ACTION_SHARE("top_action_share", "Share of the commonest action", ""),
  SPEED(MetricSeries.SPEED, "Speed", "ticks/s");

  final String key;
  final String label;
  final String unit;

  Metric(String key, String label, String unit) {
    this.key = key;
    this.label = label;
    this.unit = unit;
  }
}
