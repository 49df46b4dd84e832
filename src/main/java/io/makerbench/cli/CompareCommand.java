package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makerbench compare RUN…}: every policy of the runs, and the first agent against each. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Compare every policy of some runs on the same windows; differences are those of the first"
            + " run's agent.")
final class CompareCommand implements Callable<Integer> {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.REALISED_PNL,
          Metric.FILLS,
          Metric.MAX_DRAWDOWN,
          Metric.MAP,
          Metric.SHARPE,
          Metric.TIME_AT_LIMIT);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of evaluated runs.")
  private List<Path> runs = List.of();

  @Option(names = "--json", description = "Print the paired statistics as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, List<Metrics>> rows = new LinkedHashMap<>();
    for (Path path : runs) {
      collect(RunFolder.open(path), rows);
    }
    List<Metrics> all = rows.values().stream().flatMap(List::stream).toList();
    Comparison comparison = Comparison.of(rows.keySet().iterator().next(), all, 0);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(comparison.toJson());
    } else {
      printMeans(out, rows, comparison.fillRule());
      comparison.pairings().forEach(pairing -> printPairing(out, comparison.agent(), pairing));
    }
    out.flush();
    return CommandLineProgram.DONE;
  }

  private void collect(RunFolder run, Map<String, List<Metrics>> rows) {
    List<Metrics> found = new EvaluationStore(run.evaluation()).metrics();
    if (found.isEmpty()) {
      throw new InputException(
          "The run " + run.path() + " was not evaluated: it has no evaluation/metrics.csv.");
    }
    for (Metrics row : found) {
      String name = runs.size() == 1 ? row.policy() : run.name() + "/" + row.policy();
      rows.computeIfAbsent(name, key -> new ArrayList<>())
          .add(new Metrics(name, row.window(), row.fillRule(), row.values()));
    }
  }

  private static void printMeans(
      PrintWriter out, Map<String, List<Metrics>> rows, String fillRule) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    out.println("Means over windows, fill rule " + fillRule);
    out.printf("%-" + width + "s %8s", "policy", "windows");
    SHOWN.forEach(metric -> out.printf(" %14s", metric.column()));
    out.println();
    rows.forEach((name, metrics) -> {
      out.printf("%-" + width + "s %8d", name, metrics.size());
      SHOWN.forEach(metric -> out.printf(Locale.ROOT, " %14.6g", mean(metrics, metric)));
      out.println();
    });
  }

  private static double mean(List<Metrics> metrics, Metric metric) {
    return metrics.stream()
        .mapToDouble(row -> row.value(metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static void printPairing(PrintWriter out, String agent, Pairing pairing) {
    out.printf(
        Locale.ROOT,
        "%n%s − %s, realised PnL by window (n = %d)%n"
            + "  mean %.6g, sd %.6g, 95 %% CI [%.6g, %.6g], bootstrap [%.6g, %.6g]%n"
            + "  paired t = %.3f, p = %.4f (two-sided); Wilcoxon p = %.4f (one-sided)%n"
            + "  mean fills %.1f against %.1f%n",
        agent,
        pairing.baseline(),
        pairing.test().n(),
        pairing.test().mean(),
        pairing.test().sd(),
        pairing.test().low(),
        pairing.test().high(),
        pairing.bootstrap().low(),
        pairing.bootstrap().high(),
        pairing.test().t(),
        pairing.test().p(),
        pairing.wilcoxon().p(),
        pairing.agentMeanFills(),
        pairing.baselineMeanFills());
  }
}
