package io.makerbench.workbench.monitor;

import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.workbench.monitor.Chart.Kind;
import io.makerbench.workbench.monitor.Chart.Line;
import java.util.List;

/**
 * Charts side by side that answer one question; which there are depends on how an agent learns.
 *
 * @param title what they are about
 */
record ChartRow(String title, List<Chart> charts) {
  private static final int MOST_RECALLS = 8;

  private static final Chart EPISODE_REWARD =
      Chart.of("episode_reward", "Reward per episode", "", Kind.NOISY);
  private static final Chart EPISODE_PNL =
      Chart.whereTold("episode_pnl", "PnL per episode", "quote");
  private static final Chart HELD_OUT_PNL = heldOut("held_out_pnl", "PnL on held-out windows");
  private static final Chart HELD_OUT_REWARD =
      heldOut("held_out_reward", "Reward on held-out windows");
  private static final Chart REWARD = Chart.of("reward", "Reward per tick", "", Kind.NOISY);
  private static final Chart SPEED = Chart.of(MetricSeries.SPEED, "Speed", "ticks/s", Kind.NOISY);
  private static final Chart GRAD_NORM = Chart.of("grad_norm", "Gradient norm", "", Kind.POSITIVE);
  private static final Chart LEARNING_RATE = Chart.of("lr", "Learning rate", "", Kind.EXACT);
  private static final Chart TOP_ACTION_SHARE =
      Chart.whereTold("top_action_share", "Share of the commonest action", "");
  private static final Chart POLICY_LOSS = Chart.of("policy_loss", "Policy loss", "", Kind.NOISY);
  private static final Chart VALUE_LOSS = Chart.of("value_loss", "Value loss", "", Kind.POSITIVE);
  private static final Chart EXPLAINED_VARIANCE =
      Chart.of("explained_variance", "Explained variance", "", Kind.NOISY);
  private static final Chart ENTROPY = Chart.of("entropy", "Entropy", "nats", Kind.NOISY);

  private static final ChartRow EARNINGS =
      new ChartRow(
          "Earnings",
          List.of(EPISODE_REWARD, EPISODE_PNL, REWARD, HELD_OUT_PNL, HELD_OUT_REWARD, SPEED));
  private static final ChartRow LOSSES =
      new ChartRow("Learning", List.of(POLICY_LOSS, VALUE_LOSS, EXPLAINED_VARIANCE, GRAD_NORM));

  private static final List<ChartRow> OF_VALUES =
      List.of(
          new ChartRow(
              "Earnings",
              List.of(EPISODE_REWARD, EPISODE_PNL, REWARD, HELD_OUT_PNL, HELD_OUT_REWARD)),
          new ChartRow(
              "Learning",
              List.of(
                  Chart.of("loss", "Loss", "", Kind.POSITIVE),
                  Chart.of("q_mean", "Mean Q", "", Kind.NOISY),
                  GRAD_NORM)),
          new ChartRow(
              "Behaviour",
              List.of(
                  Chart.of("epsilon", "Exploration ε", "", Kind.EXACT), TOP_ACTION_SHARE, SPEED)));

  private static final List<ChartRow> OF_CLIPPED_POLICIES =
      List.of(
          EARNINGS,
          LOSSES,
          new ChartRow(
              "Policy",
              List.of(
                  ENTROPY,
                  Chart.of("kl", "KL divergence", "nats", Kind.NOISY),
                  Chart.of("clip_fraction", "Clip fraction", "", Kind.NOISY),
                  TOP_ACTION_SHARE,
                  LEARNING_RATE)));

  private static final List<ChartRow> OF_POLICIES =
      List.of(
          EARNINGS,
          LOSSES,
          new ChartRow("Policy", List.of(ENTROPY, TOP_ACTION_SHARE, LEARNING_RATE)));

  private static final List<ChartRow> OF_CLONES =
      List.of(
          new ChartRow(
              "Agreement with the expert",
              List.of(
                  new Chart(
                      "Loss",
                      "",
                      Kind.POSITIVE,
                      new Chart.WhereTold(
                          List.of(
                              new Line("loss", "training"),
                              new Line("holdout_loss", "validation")))),
                  new Chart(
                      "Agreement",
                      "",
                      Kind.NOISY,
                      new Chart.WhereTold(
                          List.of(
                              new Line("accuracy", "accuracy"),
                              new Line("recall_mean", "mean recall")))),
                  Chart.whereTold("mae", "Mean absolute error", ""),
                  new Chart(
                      "Recall by choice",
                      "",
                      Kind.NOISY,
                      new Chart.Numbered("recall_", MOST_RECALLS)))),
          new ChartRow(
              "Learning",
              List.of(
                  GRAD_NORM,
                  LEARNING_RATE,
                  Chart.whereTold(MetricSeries.SPEED, "Speed", "epochs/s"))));

  /** Few points, each a judgement of its own: they are not smoothed. */
  private static Chart heldOut(String key, String title) {
    return new Chart(title, "", Kind.EXACT, new Chart.WhereTold(List.of(new Line(key, title))));
  }

  /** The rows for the agent that a configuration names, from top to bottom. */
  static List<ChartRow> of(String agent) {
    return switch (agent) {
      case Ppo.NAME -> OF_CLIPPED_POLICIES;
      case Ppo.A2C -> OF_POLICIES;
      case Cloning.NAME -> OF_CLONES;
      default -> OF_VALUES;
    };
  }
}
