package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All metrics of one policy in one window.
 *
 * @param policy name of the policy
 * @param window name of the window
 * @param fillRule name of the fill rule the figures rest on
 * @param values a value for every metric; NaN where it is not defined
 */
public record Metrics(String policy, String window, String fillRule, Map<Metric, Double> values) {
  public Metrics {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /**
   * Measures an episode.
   *
   * @param inventoryLimit largest allowed |inventory|, base currency; NaN when there is none
   * @param optimalValue largest sum of rewards that can be expected; NaN when it is not known
   */
  public static Metrics of(Episode episode, double inventoryLimit, double optimalValue) {
    Metric.Measured measured =
        new Metric.Measured(
            episode.realisedPnl(),
            PnlSplit.of(episode),
            EquityRisk.of(episode),
            Exposure.of(episode, inventoryLimit),
            Trading.of(episode),
            Markouts.of(List.of(episode)),
            DeskFigures.of(episode),
            Arrays.stream(episode.reward()).sum(),
            optimalValue);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      values.put(metric, metric.of(measured));
    }
    return new Metrics(episode.policy(), episode.window(), episode.fillRule(), values);
  }

  /** The value of a metric; NaN where it is not defined. */
  public double value(Metric metric) {
    return values.getOrDefault(metric, Double.NaN);
  }
}
