package io.makerbench.workbench.compare;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.Holm;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.MetricDifference;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.PairedT;
import io.makerbench.evaluate.Table;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of every policy, what sets each policy apart from the baseline, and the difference
 * of one of them with its interval. As many tests are asked at once, p-values are corrected by
 * Holm's method over all of them.
 *
 * @param policies names of the columns
 * @param agent place of the policy whose difference is told
 * @param tests number of tests that are asked at once
 * @param rows a row a metric
 */
record MetricTable(List<String> policies, int agent, int tests, List<Row> rows) {
  private static final double LEVEL = 0.05;
  private static final double SMALL_P = 0.001;
  private static final double P_ROUNDING = 1000;

  /**
   * One metric.
   *
   * @param metric which
   * @param means mean over the passages, one a policy; NaN where it is not defined
   * @param best place of the best mean; −1 where none is better
   * @param differences paired test of each policy − baseline; null where nothing is compared
   * @param corrected p-values after Holm; NaN where there is no test
   * @param agent place of the policy whose difference is told
   */
  record Row(
      Metric metric,
      List<Double> means,
      int best,
      List<@Nullable PairedT> differences,
      List<Double> corrected,
      int agent) {
    /** True where a policy has the metric at all; none has a hedge's profit without a hedge. */
    boolean isKnown() {
      return means.stream().anyMatch(Double::isFinite);
    }

    String mean(int policy) {
      return Numbers.precise(means.get(policy));
    }

    /** True when chance alone would rarely set a policy apart from the baseline. */
    boolean apart(int policy) {
      return corrected.get(policy) < LEVEL;
    }

    @Nullable PairedT test() {
      return differences.get(agent);
    }

    String difference() {
      PairedT test = test();
      return test == null ? "" : signed(test.mean());
    }

    String interval() {
      PairedT test = test();
      return test == null || Double.isNaN(test.low())
          ? ""
          : "[" + signed(test.low()) + ", " + signed(test.high()) + "]";
    }

    String p() {
      PairedT test = test();
      return test == null ? "" : probability(test.p());
    }

    String correctedP() {
      return probability(corrected.get(agent));
    }

    private static String probability(double p) {
      return Double.isNaN(p)
          ? ""
          : p < SMALL_P ? "< 0.001" : Numbers.brief(Math.round(p * P_ROUNDING) / P_ROUNDING);
    }

    /** True when chance alone would rarely give the agent's difference. */
    boolean significant() {
      return apart(agent);
    }

    private static String signed(double value) {
      String words = Numbers.precise(value);
      return value > 0 ? "+" + words : words;
    }
  }

  /**
   * Reckons the table.
   *
   * @param agent policy whose difference is told
   * @param baseline policy that all others are compared with
   */
  static MetricTable of(EvaluatedRuns runs, String agent, String baseline) {
    List<@Nullable Comparison> comparisons = new ArrayList<>();
    for (String policy : runs.names()) {
      comparisons.add(policy.equals(baseline) ? null : comparison(runs, policy, baseline));
    }
    return of(runs.names(), runs.metrics(), runs.names().indexOf(agent), comparisons);
  }

  /** Null where two policies share no passage, or rest on different fill rules. */
  private static @Nullable Comparison comparison(
      EvaluatedRuns runs, String policy, String baseline) {
    try {
      return runs.compare(policy, List.of(baseline));
    } catch (InputException notComparable) {
      return null;
    }
  }

  /**
   * The same from comparisons at hand.
   *
   * @param comparisons each policy against the baseline; null where there is none
   */
  static MetricTable of(
      List<String> policies,
      List<Metrics> metrics,
      int agent,
      List<@Nullable Comparison> comparisons) {
    List<List<@Nullable PairedT>> tests = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      List<@Nullable PairedT> ofMetric = new ArrayList<>();
      comparisons.forEach(comparison -> ofMetric.add(test(metric, comparison)));
      tests.add(Collections.unmodifiableList(ofMetric));
    }
    double[] p =
        tests.stream()
            .flatMap(List::stream)
            .mapToDouble(test -> test == null ? Double.NaN : test.p())
            .toArray();
    double[] corrected = Holm.adjusted(p);
    List<Row> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      List<Double> means = policies.stream().map(policy -> mean(policy, metric, metrics)).toList();
      int from = metric.ordinal() * policies.size();
      List<Double> ofRow = Arrays.stream(corrected, from, from + policies.size()).boxed().toList();
      rows.add(
          new Row(metric, means, best(metric, means), tests.get(metric.ordinal()), ofRow, agent));
    }
    int asked = (int) Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    return new MetricTable(List.copyOf(policies), agent, asked, List.copyOf(rows));
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
    return comparison == null || comparison.pairings().isEmpty()
        ? null
        : comparison.pairings().getFirst().metrics().stream()
            .filter(difference -> difference.metric().equals(metric.column()))
            .map(MetricDifference::test)
            .findFirst()
            .orElse(null);
  }

  /** A row a metric, numbers in full. */
  Table table() {
    List<String> columns = new ArrayList<>(List.of("metric", "unit"));
    columns.addAll(policies);
    columns.addAll(List.of("difference", "ci_low", "ci_high", "p", "p_holm"));
    return new Table(columns, rows.stream().map(this::cells).toList());
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(List.of(row.metric.column(), row.metric.unit()));
    row.means.forEach(mean -> cells.add(number(mean)));
    PairedT test = row.test();
    double[] figures =
        test == null
            ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
            : new double[] {
              test.mean(), test.low(), test.high(), test.p(), row.corrected.get(agent)
            };
    Arrays.stream(figures).forEach(figure -> cells.add(number(figure)));
    return cells;
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
