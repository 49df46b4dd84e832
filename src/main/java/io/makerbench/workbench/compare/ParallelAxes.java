package io.makerbench.workbench.compare;

import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.ConfigDifference;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Runs as lines across parallel axes: keys of the configuration in which they differ, then metrics.
 *
 * @param axes from left to right
 * @param lines a line a run
 */
record ParallelAxes(List<Axis> axes, List<Line> lines) {
  /** Of more keys no picture can be read. */
  static final int MOST_KEYS = 8;

  /** Names of runs, and where files lie, tell nothing of what was tried. */
  private static final Set<String> PASSED_OVER = Set.of("label");

  private static final double LOG_FROM_RATIO = 30;

  /**
   * One axis.
   *
   * @param name key of the configuration, or label of the metric
   * @param words values in order, of an axis that has no numbers; empty else
   * @param low smallest value
   * @param high largest
   * @param logarithmic whether equal factors lie equally far apart
   */
  record Axis(String name, List<String> words, double low, double high, boolean logarithmic) {
    /** Where a value lies: 0 at the bottom, 1 at the top. */
    double place(double value) {
      if (high == low) {
        return 0.5;
      }
      return logarithmic
          ? Math.log(value / low) / Math.log(high / low)
          : (value - low) / (high - low);
    }

    /** A value as people read it. */
    String text(double value) {
      if (Double.isNaN(value)) {
        return "–";
      }
      return words.isEmpty() ? Numbers.brief(value) : words.get((int) value);
    }
  }

  /**
   * One run.
   *
   * @param values a value for each axis; NaN where there is none
   */
  record Line(String run, int colour, List<Double> values) {}

  /** The runs' own policies; baselines have no configuration of their own. */
  static ParallelAxes of(EvaluatedRuns runs, List<Contestant> contestants, List<Metric> metrics) {
    Map<RunFolder, Contestant> owners = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      if (contestant.policy().agent()) {
        contestant.policy().runs().forEach(run -> owners.putIfAbsent(run, contestant));
      }
    }
    Map<String, JsonNode> configurations = new LinkedHashMap<>();
    owners.keySet().forEach(run -> configurations.put(run.path().toString(), run.readConfig()));
    List<Axis> axes = new ArrayList<>();
    List<List<Double>> columns = new ArrayList<>();
    ConfigDifference.of(configurations).differing().rows().stream()
        .filter(row -> !PASSED_OVER.contains(row.key()))
        .limit(MOST_KEYS)
        .forEach(row -> add(axes, columns, row.key(), row.values()));
    for (Metric metric : metrics) {
      List<Double> values =
          owners.entrySet().stream()
              .map(owner -> mean(runs, owner.getKey(), owner.getValue(), metric))
              .toList();
      axes.add(axis(metric.label(), List.of(), values));
      columns.add(values);
    }
    List<Line> lines = new ArrayList<>();
    owners.forEach((run, contestant) -> {
      int place = lines.size();
      List<Double> values = columns.stream().map(column -> column.get(place)).toList();
      lines.add(new Line(run.name(), contestant.colour(), values));
    });
    return new ParallelAxes(List.copyOf(axes), List.copyOf(lines));
  }

  private static double mean(
      EvaluatedRuns runs, RunFolder run, Contestant contestant, Metric metric) {
    return runs.of(contestant.name()).stream()
        .filter(passage -> passage.run().equals(run))
        .mapToDouble(passage -> passage.metrics().value(metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** Numbers where all are, else places of the words. */
  private static void add(
      List<Axis> axes, List<List<Double>> columns, String key, List<String> texts) {
    List<Double> numbers = texts.stream().map(ParallelAxes::number).toList();
    boolean plain = numbers.stream().allMatch(Double::isFinite);
    List<String> words = plain ? List.of() : texts.stream().distinct().toList();
    List<Double> values =
        plain ? numbers : texts.stream().map(text -> (double) words.indexOf(text)).toList();
    axes.add(axis(key, words, values));
    columns.add(values);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException word) {
      return Double.NaN;
    }
  }

  private static Axis axis(String name, List<String> words, List<Double> values) {
    double[] finite =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    double low = Arrays.stream(finite).min().orElse(0);
    double high = Arrays.stream(finite).max().orElse(0);
    boolean logarithmic = words.isEmpty() && low > 0 && high / low > LOG_FROM_RATIO;
    return new Axis(name, words, low, high, logarithmic);
  }

  /** What a line says, axis by axis. */
  String words(Line line) {
    StringBuilder words = new StringBuilder(line.run()).append(": ");
    for (int i = 0; i < axes.size(); i++) {
      words.append(i == 0 ? "" : ", ").append(axes.get(i).name()).append(' ');
      words.append(axes.get(i).text(line.values().get(i)));
    }
    return words.toString();
  }

  /** A row a run, for the clipboard. */
  Table table() {
    return new Table(
        Stream.concat(Stream.of("run"), axes.stream().map(Axis::name)).toList(),
        lines.stream().map(this::row).toList());
  }

  private List<String> row(Line line) {
    List<String> row = new ArrayList<>(List.of(line.run()));
    for (int i = 0; i < axes.size(); i++) {
      double value = line.values().get(i);
      row.add(axes.get(i).words().isEmpty() ? Double.toString(value) : axes.get(i).text(value));
    }
    return row;
  }
}
