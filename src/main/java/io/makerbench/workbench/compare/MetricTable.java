package io.makerbench.workbench.compare;

import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.MetricDifference;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.PairedT;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of every policy, and the difference of two of them with its interval.
 *
 * @param policies names of the columns
 * @param rows a row a metric
 */
record MetricTable(List<String> policies, List<Row> rows) {
  private static final double LEVEL = 0.05;

  /**
   * One metric.
   *
   * @param metric which
   * @param means mean over the windows, one a policy; NaN where it is not defined
   * @param best place of the best mean; −1 where none is better
   * @param test paired test of agent − baseline; null where nothing is compared
   */
  record Row(Metric metric, List<Double> means, int best, @Nullable PairedT test) {
    String mean(int policy) {
      return Numbers.precise(means.get(policy));
    }

    String difference() {
      return test == null ? "" : signed(test.mean());
    }

    String interval() {
      return test == null || Double.isNaN(test.low())
          ? ""
          : "[" + signed(test.low()) + ", " + signed(test.high()) + "]";
    }

    String p() {
      return test == null || Double.isNaN(test.p())
          ? ""
          : test.p() < 0.001 ? "< 0.001" : Numbers.brief(Math.round(test.p() * 1000) / 1000.0);
    }

    /** True when chance alone would rarely give the difference. */
    boolean significant() {
      return test != null && test.p() < LEVEL;
    }

    private static String signed(double value) {
      String words = Numbers.precise(value);
      return value > 0 ? "+" + words : words;
    }
  }

  static MetricTable of(
      List<String> policies, List<Metrics> metrics, @Nullable Comparison comparison) {
    List<Row> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      List<Double> means = policies.stream().map(policy -> mean(policy, metric, metrics)).toList();
      rows.add(new Row(metric, means, best(metric, means), test(metric, comparison)));
    }
    return new MetricTable(List.copyOf(policies), List.copyOf(rows));
  }

  private static double mean(String policy, Metric metric, List<Metrics> metrics) {
    return metrics.stream()
        .filter(row -> row.policy().equals(policy))
        .mapToDouble(row -> row.value(metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static int best(Metric metric, List<Double> means) {
    for (int i = 0; i < means.size() && means.size() > 1; i++) {
      if (beatsOthers(metric, means, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean beatsOthers(Metric metric, List<Double> means, int place) {
    return IntStream.range(0, means.size())
        .filter(other -> other != place)
        .allMatch(other -> metric.better().prefers(means.get(place), means.get(other)));
  }

  private static @Nullable PairedT test(Metric metric, @Nullable Comparison comparison) {
    if (comparison == null || comparison.pairings().isEmpty()) {
      return null;
    }
    return comparison.pairings().getFirst().metrics().stream()
        .filter(difference -> difference.metric().equals(metric.column()))
        .map(MetricDifference::test)
        .findFirst()
        .orElse(null);
  }

  /** The table with tabs between cells, for a spreadsheet; numbers in full. */
  String toTsv() {
    StringBuilder out = new StringBuilder();
    StringJoiner header = new StringJoiner("\t", "", "\n").add("metric").add("unit");
    policies.forEach(header::add);
    out.append(header.add("difference").add("ci_low").add("ci_high").add("p"));
    for (Row row : rows) {
      StringJoiner line = new StringJoiner("\t", "", "\n");
      line.add(row.metric.column()).add(row.metric.unit());
      row.means.forEach(mean -> line.add(number(mean)));
      PairedT test = row.test;
      double[] figures =
          test == null
              ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}
              : new double[] {test.mean(), test.low(), test.high(), test.p()};
      Arrays.stream(figures).forEach(figure -> line.add(number(figure)));
      out.append(line);
    }
    return out.toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
