package io.makerbench.experiment;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Judges a policy while it learns, on the first of the windows it is judged on at the end. The
 * training is none the wiser: it neither sees the result nor is stopped by it.
 */
final class HeldOut {
  static final String FILE = "held_out.csv";
  private static final String PNL = "held_out_pnl";
  private static final String REWARD = "held_out_reward";

  private final EvaluationConfig config;
  private final Market market;
  private long due;

  /**
   * Makes it.
   *
   * @param doneTicks ticks the training has behind it
   */
  HeldOut(EvaluationConfig config, Market market, long doneTicks) {
    this.config = config;
    this.market = market;
    due = next(doneTicks);
  }

  /** Columns of its file; none where it is not asked for. */
  static List<String> columns(EvaluationConfig config) {
    return config.duringTicks() == 0 ? List.of() : List.of(PNL, REWARD);
  }

  private long next(long doneTicks) {
    long every = config.duringTicks();
    return every == 0 ? Long.MAX_VALUE : (doneTicks / every + 1) * every;
  }

  /** Whether a judgement is due. */
  boolean isDue(long doneTicks) {
    return doneTicks >= due;
  }

  /** Means over the windows, by column. */
  Map<String, Double> judge(Policy policy, long doneTicks) {
    due = next(doneTicks);
    List<Episode> episodes =
        market.evaluationWindows().stream()
            .limit(config.duringWindows())
            .map(window -> market.run(policy, window))
            .toList();
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(PNL, mean(episodes.stream().mapToDouble(this::pnl)));
    row.put(REWARD, mean(episodes.stream().mapToDouble(one -> Arrays.stream(one.reward()).sum())));
    row.values().removeIf(value -> value.isNaN());
    return row;
  }

  private double pnl(Episode episode) {
    return Metrics.of(episode, market.inventoryLimit(), Double.NaN).value(Metric.REALISED_PNL);
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }
}
