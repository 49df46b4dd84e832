package io.makerbench.workbench.monitor;

import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.workbench.plot.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The curves of a run by the names of its files, and its speed. */
final class MetricSeries {
  /** Name of the curve of steps a second, which is in no metrics.csv. */
  static final String SPEED = "speed";

  private static final String SECONDS = "seconds";
  private static final String CLOCK = "clock";
  private static final String EPISODE = "episode";
  private static final String SPEED_COLUMN = "ticks_per_second";

  private final Map<String, Series> byName = new LinkedHashMap<>();

  /** The curves of metrics.csv, actions.csv and held_out.csv, and what timing.csv tells. */
  static MetricSeries of(
      MetricsTable metrics, MetricsTable actions, MetricsTable heldOut, MetricsTable timing) {
    MetricSeries result = new MetricSeries();
    List.of(metrics, actions, heldOut).forEach(table -> table.columns().forEach(result::addAll));
    timing
        .columns()
        .forEach((name, column) -> result.addAll(name.equals(SPEED_COLUMN) ? SPEED : name, column));
    return result;
  }

  /** Everything that came in, in the order of its files. */
  Set<String> names() {
    return byName.keySet();
  }

  /** Which second of its work the run was at which step, without pauses and stops. */
  StepScale work() {
    return new StepScale(series(SECONDS));
  }

  /** When, in seconds since 1970 UTC, the run was at which step. */
  StepScale clock() {
    return new StepScale(series(CLOCK));
  }

  /** Which episode of its training the run was in at which step. */
  StepScale episodes() {
    return new StepScale(series(EPISODE));
  }

  private void addAll(String name, MetricsTable.Series column) {
    for (int i = 0; i < column.size(); i++) {
      add(name, column.steps()[i], column.values()[i]);
    }
  }

  void append(long step, Map<String, Double> values) {
    values.forEach((name, value) -> add(name, step, value));
  }

  void speed(ProgressEvent.Progress progress) {
    add(SPEED, progress.done(), progress.perSecond());
  }

  /** A run that is resumed goes back to its checkpoint; what it had beyond is drawn anew. */
  private void add(String name, double step, double value) {
    Series series = series(name);
    if (series.size() > 0 && step < series.x(series.size() - 1)) {
      series.cutAt(step);
    }
    series.append(step, value);
  }

  /** These curves with the points of newer ones that lie beyond them. */
  MetricSeries followedBy(MetricSeries newer) {
    newer.byName.forEach((name, series) -> {
      Series past = series(name);
      for (int i = 0; i < series.size(); i++) {
        if (past.size() == 0 || series.x(i) > past.x(past.size() - 1)) {
          past.append(series.x(i), series.y(i));
        }
      }
    });
    return this;
  }

  /** True where something came in under this name. */
  boolean has(String name) {
    Series series = byName.get(name);
    return series != null && series.size() > 0;
  }

  /** The curve of this name; an empty one when nothing came in yet. */
  Series series(String name) {
    return byName.computeIfAbsent(name, key -> new Series());
  }
}
