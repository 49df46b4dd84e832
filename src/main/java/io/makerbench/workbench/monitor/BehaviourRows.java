package io.makerbench.workbench.monitor;

import io.makerbench.workbench.monitor.Chart.Kind;
import io.makerbench.workbench.monitor.Chart.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy does while it learns: its rewards by part, and how its actions spread. */
final class BehaviourRows {
  private static final String SHARE = "share_";
  private static final String CORRECTED = "corrected_";

  /** Choices or numbers of an action that are drawn. */
  private static final int MOST_GROUPS = 6;

  private static final int CHARTS_OF_A_ROW = 3;

  private static final Chart TERMS =
      new Chart(
          "Reward terms per tick",
          "",
          Kind.NOISY,
          new Chart.WhereTold(
              List.of(
                  new Line("reward_profit", "profit"),
                  new Line("reward_other", "penalties and other"))));
  private static final Chart REWARD = Chart.whereTold("reward", "Reward per tick", "");
  private static final Chart PNL = Chart.whereTold("pnl", "PnL of running episodes", "quote");
  private static final Chart TOP =
      Chart.whereTold("top_action_share", "Share of the commonest action", "");

  private BehaviourRows() {}

  static List<ChartRow> of(MetricSeries metrics) {
    List<ChartRow> rows = new ArrayList<>();
    rows.add(new ChartRow("Reward", List.of(TERMS, REWARD, PNL)));
    List<Chart> charts = new ArrayList<>(actions(metrics));
    charts.add(TOP);
    for (int from = 0; from < charts.size(); from += CHARTS_OF_A_ROW) {
      int to = Math.min(from + CHARTS_OF_A_ROW, charts.size());
      rows.add(
          new ChartRow(
              from == 0 ? "Actions, as shares of the decisions" : "", charts.subList(from, to)));
    }
    rows.add(new ChartRow("Actions that were corrected", List.of(corrections(metrics))));
    return rows;
  }

  /** A line for each reason; none where the market takes all actions as they come. */
  private static Chart corrections(MetricSeries metrics) {
    List<Line> lines =
        metrics.names().stream()
            .filter(name -> name.startsWith(CORRECTED))
            .map(name -> new Line(name, name.substring(CORRECTED.length()).replace('_', ' ')))
            .toList();
    return new Chart("Corrections a decision", "", Kind.NOISY, new Chart.WhereTold(lines));
  }

  private static List<Chart> actions(MetricSeries metrics) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (String name : metrics.names()) {
      if (name.startsWith(SHARE)) {
        String[] parts = name.substring(SHARE.length()).split("_", 2);
        groups.computeIfAbsent(parts[0], group -> new ArrayList<>()).add(new Line(name, parts[1]));
      }
    }
    List<Chart> charts = new ArrayList<>();
    groups.entrySet().stream()
        .limit(MOST_GROUPS)
        .forEach(group -> charts.add(chart(group.getKey(), groups.size(), group.getValue())));
    return charts;
  }

  private static Chart chart(String group, int groups, List<Line> lines) {
    String title =
        groups == 1 ? "Actions" : Character.toUpperCase(group.charAt(0)) + group.substring(1);
    return new Chart(title, "", Kind.SHARES, new Chart.WhereTold(lines));
  }
}
