package io.makerbench.workbench.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the page with those of its charts that have lines.
 *
 * @param title what they are about; empty where the row before says it
 */
record DrawnRow(String title, List<Drawn> charts) {
  /** Runs whose shares are drawn side by side; more would be too narrow to be read. */
  private static final int MOST_SIDE_BY_SIDE = 4;

  /**
   * A chart with its lines.
   *
   * @param run whose shares it shows; of lines, the run in front
   */
  record Drawn(Chart chart, List<Chart.Line> lines, LiveRun run) {
    boolean isShares() {
      return chart.kind() == Chart.Kind.SHARES;
    }
  }

  /** The rows for the runs drawn together, as the one in front learns; none before it is known. */
  static List<DrawnRow> of(Overlay overlay, CurvePage page) {
    List<DrawnRow> drawn = new ArrayList<>();
    LiveRun front = overlay.front();
    if (!front.agent().isEmpty()) {
      page.rows(front.agent(), front.metrics()).forEach(row -> add(drawn, row, overlay));
    }
    return drawn;
  }

  /** Shares of several runs are a row of their own, a run beside the other. */
  private static void add(List<DrawnRow> drawn, ChartRow row, Overlay overlay) {
    List<Drawn> lines = new ArrayList<>();
    String title = row.title();
    for (Chart chart : row.charts()) {
      if (chart.kind() == Chart.Kind.SHARES && !overlay.isOne()) {
        title = addIfAny(drawn, title, shares(chart, overlay));
      } else {
        lines.add(new Drawn(chart, lines(chart, overlay), overlay.front()));
      }
    }
    addIfAny(drawn, title, lines.stream().filter(one -> !one.lines().isEmpty()).toList());
  }

  /** Adds a row; returns the title of what follows, which is not said twice. */
  private static String addIfAny(List<DrawnRow> drawn, String title, List<Drawn> charts) {
    if (charts.isEmpty()) {
      return title;
    }
    drawn.add(new DrawnRow(title, charts));
    return "";
  }

  private static List<Drawn> shares(Chart chart, Overlay overlay) {
    return overlay.runs().stream()
        .map(run -> new Drawn(chart, chart.lines().of(run.metrics()), run))
        .filter(one -> !one.lines().isEmpty())
        .limit(MOST_SIDE_BY_SIDE)
        .toList();
  }

  /** Those that any of the runs has. */
  private static List<Chart.Line> lines(Chart chart, Overlay overlay) {
    return overlay.runs().stream()
        .flatMap(run -> chart.lines().of(run.metrics()).stream())
        .distinct()
        .toList();
  }
}
