package io.makerbench.cli;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
          Metric.KILL_RATE,
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
    List<RunFolder> opened = runs.stream().map(RunFolder::open).toList();
    opened.forEach(CompareCommand::requireEvaluation);
    EvaluatedRuns evaluated = EvaluatedRuns.read(opened);
    List<String> names = evaluated.names();
    Comparison comparison = evaluated.compare(names.getFirst(), names.subList(1, names.size()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(comparison.toJson());
    } else {
      printMeans(out, evaluated, comparison.fillRule());
      comparison.pairings().forEach(pairing -> printPairing(out, comparison.agent(), pairing));
    }
    out.flush();
    return CommandLineProgram.DONE;
  }

  private static void requireEvaluation(RunFolder run) {
    if (new EvaluationStore(run.evaluation()).metrics().isEmpty()) {
      throw new InputException(
          "The run " + run.path() + " was not evaluated: it has no evaluation/metrics.csv.");
    }
  }

  private static void printMeans(PrintWriter out, EvaluatedRuns runs, String fillRule) {
    int width = runs.names().stream().mapToInt(String::length).max().orElse(0);
    out.println("Means over windows and seeds, fill rule " + fillRule);
    out.printf("%-" + width + "s %8s %6s", "policy", "windows", "seeds");
    List<Metric> shown =
        SHOWN.stream()
            .filter(
                metric -> metric != Metric.KILL_RATE || !Double.isNaN(mean(runs.metrics(), metric)))
            .toList();
    shown.forEach(metric -> out.printf(" %14s", metric.column()));
    out.println();
    for (EvaluatedRuns.Policy policy : runs.policies()) {
      List<EvaluatedRuns.Passage> passages = runs.of(policy.name());
      long seeds = passages.stream().map(EvaluatedRuns.Passage::seed).distinct().count();
      List<Metrics> metrics = passages.stream().map(EvaluatedRuns.Passage::metrics).toList();
      long windows = metrics.stream().map(Metrics::window).distinct().count();
      out.printf("%-" + width + "s %8d %6d", policy.name(), windows, seeds);
      shown.forEach(metric -> out.printf(Locale.ROOT, " %14.6g", mean(metrics, metric)));
      out.println();
    }
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
        "%n%s − %s, realised PnL by window and seed (n = %d)%n"
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
