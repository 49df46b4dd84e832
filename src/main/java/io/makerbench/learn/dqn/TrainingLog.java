package io.makerbench.learn.dqn;

import io.makerbench.learn.TrainerListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of single episodes and decisions where the configuration asks for it. */
final class TrainingLog {
  static final List<String> EPISODE_COLUMNS =
      List.of("episode", "reward", "pnl", "decisions", "updates");

  /** {@code q} is absent where the action was random. */
  static final List<String> DECISION_COLUMNS = List.of("action", "epsilon", "reward", "q");

  private final boolean episodes;
  private final boolean decisions;
  private final TrainerListener listener;
  private final double[] values;
  private double epsilon;

  TrainingLog(DqnConfig config, int copies, TrainerListener listener) {
    episodes = config.episodeLogging();
    decisions = config.stepLogging();
    values = new double[copies];
    this.listener = listener;
  }

  /** All copies decide with this share of random actions. */
  void deciding(double share) {
    epsilon = share;
  }

  /**
   * A copy decided.
   *
   * @param value of its action; NaN for a random one
   */
  void decided(int copy, double value) {
    values[copy] = value;
  }

  /** What came of a copy's decision. */
  void stepped(int copy, long step, int action, double reward) {
    if (!decisions) {
      return;
    }
    Map<String, Double> row = new LinkedHashMap<>();
    row.put("action", (double) action);
    row.put("epsilon", epsilon);
    row.put("reward", reward);
    if (!Double.isNaN(values[copy])) {
      row.put("q", values[copy]);
    }
    listener.decision(step, row);
  }

  /**
   * An episode ended.
   *
   * @param totals its number, reward and profit
   */
  void ended(long step, Map<String, Double> totals, long decisionsMade, long updates) {
    if (!episodes) {
      return;
    }
    Map<String, Double> row = new LinkedHashMap<>(totals);
    row.put("decisions", (double) decisionsMade);
    row.put("updates", (double) updates);
    listener.episode(step, row);
  }
}
