package io.makerbench.workbench.compare;

import io.makerbench.evaluate.MarketState;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Regime;
import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How a metric is spread over passages.
 *
 * @param metric which
 * @param regime what windows are grouped by
 * @param contestants whose passages they are
 * @param rows metrics of all passages
 * @param states what the market was like, window by window
 */
record Distribution(
    Metric metric,
    Regime regime,
    List<Contestant> contestants,
    List<Metrics> rows,
    List<MarketState> states) {

  /** Values of a contestant in all windows with all seeds, where they are defined. */
  double[] values(Contestant contestant) {
    return rows.stream()
        .filter(row -> row.policy().equals(contestant.name()))
        .mapToDouble(row -> row.value(metric))
        .filter(Double::isFinite)
        .toArray();
  }

  /** The same in some windows. */
  double[] values(Contestant contestant, Collection<String> windows) {
    return rows.stream()
        .filter(row -> row.policy().equals(contestant.name()) && windows.contains(row.window()))
        .mapToDouble(row -> row.value(metric))
        .filter(Double::isFinite)
        .toArray();
  }

  List<Regime.Group> groups() {
    return regime.groups(states);
  }

  /** Every passage with the regime of its window, for the clipboard. */
  Table table() {
    List<List<String>> cells = new ArrayList<>();
    for (Regime.Group group : groups()) {
      for (Metrics row : rows) {
        if (group.windows().contains(row.window())) {
          cells.add(
              List.of(
                  row.policy(), row.window(), group.name(), Double.toString(row.value(metric))));
        }
      }
    }
    return new Table(List.of("policy", "window", "regime", metric.column()), cells);
  }
}
