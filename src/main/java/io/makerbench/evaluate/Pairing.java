package io.makerbench.evaluate;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The agent against one baseline on the same windows. Differences are agent − baseline.
 *
 * @param baseline name of the baseline
 * @param windows realised profit window by window, in the agent's order
 * @param test paired t test of the realised profit
 * @param wilcoxon signed rank test of the same, one-sided (agent greater)
 * @param bootstrap 95 % interval of the mean difference from {@value #RESAMPLES} paired resamples
 * @param interquartileMean mean difference without the lowest and the highest quarter
 * @param probabilityOfImprovement chance that a window of the agent beats a window of the baseline
 * @param agentMeanFills mean executions of the agent in a window
 * @param baselineMeanFills mean executions of the baseline in a window
 * @param metrics every metric, compared in the same way
 * @param seeds training seeds whose every one passed through every window; null in a file from
 *     before several could be compared
 */
public record Pairing(
    String baseline,
    List<WindowDifference> windows,
    PairedT test,
    Wilcoxon wilcoxon,
    Interval bootstrap,
    double interquartileMean,
    double probabilityOfImprovement,
    double agentMeanFills,
    double baselineMeanFills,
    List<MetricDifference> metrics,
    @Nullable Integer seeds) {
  static final int RESAMPLES = 10_000;

  /** Pairs rows in the same order: all windows of the first seed, then those of the next. */
  static Pairing of(List<Metrics> agent, List<Metrics> baseline, int seeds, long seed) {
    List<WindowDifference> windows =
        IntStream.range(0, agent.size())
            .mapToObj(i -> difference(agent.get(i), baseline.get(i)))
            .toList();
    double[] d = values(windows, WindowDifference::difference);
    String name = baseline.getFirst().policy();
    return new Pairing(
        name,
        windows,
        PairedT.crossed(crossed(d, seeds)),
        Wilcoxon.greater(independent(crossed(d, seeds))),
        Bootstrap.meanOfCrossed(
            crossed(d, seeds), RESAMPLES, RandomStream.named(seed, "bootstrap " + name, 0)),
        Scores.interquartileMean(d),
        Scores.probabilityOfImprovement(
            values(windows, WindowDifference::agentPnl),
            values(windows, WindowDifference::baselinePnl)),
        mean(values(windows, WindowDifference::agentFills)),
        mean(values(windows, WindowDifference::baselineFills)),
        Arrays.stream(Metric.values())
            .map(metric -> compare(metric, agent, baseline, seeds))
            .toList(),
        seeds);
  }

  /**
   * Rows of windows with a column a seed, from differences that have all windows of a seed
   * together.
   */
  private static double[][] crossed(double[] d, int seeds) {
    int windows = d.length / seeds;
    return IntStream.range(0, windows)
        .mapToObj(w -> IntStream.range(0, seeds).mapToDouble(s -> d[s * windows + w]).toArray())
        .toArray(double[][]::new);
  }

  /** Means of the windows over the seeds; where there is one window, what each seed gave. */
  private static double[] independent(double[][] crossed) {
    return crossed.length == 1
        ? crossed[0]
        : Arrays.stream(crossed).mapToDouble(Pairing::mean).toArray();
  }

  private static WindowDifference difference(Metrics agent, Metrics baseline) {
    double ours = agent.value(Metric.REALISED_PNL);
    double theirs = baseline.value(Metric.REALISED_PNL);
    return new WindowDifference(
        agent.window(),
        ours,
        theirs,
        ours - theirs,
        (int) agent.value(Metric.FILLS),
        (int) baseline.value(Metric.FILLS));
  }

  private static MetricDifference compare(
      Metric metric, List<Metrics> agent, List<Metrics> baseline, int seeds) {
    int windows = agent.size() / seeds;
    int[] defined =
        IntStream.range(0, agent.size())
            .filter(i ->
                IntStream.range(0, seeds)
                    .map(s -> s * windows + i % windows)
                    .allMatch(j -> isDefined(metric, agent.get(j), baseline.get(j))))
            .toArray();
    double[] ours = Arrays.stream(defined).mapToDouble(i -> agent.get(i).value(metric)).toArray();
    double[] theirs =
        Arrays.stream(defined).mapToDouble(i -> baseline.get(i).value(metric)).toArray();
    double[] d = IntStream.range(0, ours.length).mapToDouble(i -> ours[i] - theirs[i]).toArray();
    return new MetricDifference(
        metric.column(), mean(ours), mean(theirs), PairedT.crossed(crossed(d, seeds)));
  }

  private static boolean isDefined(Metric metric, Metrics ours, Metrics theirs) {
    return Double.isFinite(ours.value(metric)) && Double.isFinite(theirs.value(metric));
  }

  private static double[] values(
      List<WindowDifference> windows, ToDoubleFunction<WindowDifference> value) {
    return windows.stream().mapToDouble(value).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
