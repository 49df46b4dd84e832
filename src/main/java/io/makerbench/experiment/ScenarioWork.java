package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import io.makerbench.evaluate.Table;
import io.makerbench.storage.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the same policies in several markets: the agent and the baselines of each configuration,
 * and trained policies beside them, all on the configuration's own windows. Every run is kept.
 */
public final class ScenarioWork {
  private static final List<String> COLUMNS =
      List.of(
          "scenario",
          "policy",
          "windows",
          "pnl",
          "max_drawdown",
          "kill_rate",
          "baseline",
          "difference",
          "low_95",
          "high_95",
          "p");

  private final Path folder;
  private final RunSeries runs;

  /** Scenarios whose runs are made below {@code folder}. */
  public ScenarioWork(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
    this.folder = folder;
    runs = new RunSeries(runner, folder, progress);
  }

  /**
   * Judges everything and writes {@code scenarios.csv}; runs that are done already are kept, so
   * that the same command goes on where it was interrupted.
   *
   * @param scenarios configurations by the name of their scenario; none may learn
   * @param trained runs whose policies are judged beside the configuration's own
   * @return the table that was written: a row a scenario and policy, with the difference from the
   *     scenario's agent, paired by window
   * @throws InputException when a configuration learns, or a run fails
   */
  public Table carryOut(SequencedMap<String, ObjectNode> scenarios, List<RunFolder> trained) {
    scenarios.forEach(ScenarioWork::requireNoLearning);
    List<List<String>> rows = new ArrayList<>();
    scenarios.forEach((name, config) -> rows.addAll(judge(name, config, trained)));
    Table table = new Table(COLUMNS, rows);
    WholeFile.write(folder.resolve("scenarios.csv"), table.toCsv());
    return table;
  }

  private static void requireNoLearning(String name, ObjectNode config) {
    if (ConfigFiles.read(config, name).agent().learns()) {
      throw new InputException(
          "The scenario %s learns; its agent must be a baseline, which the others are compared with."
              .formatted(name));
    }
  }

  private List<List<String>> judge(String name, ObjectNode config, List<RunFolder> trained) {
    List<RunFolder> judged = new ArrayList<>(List.of(runs.finish(name, config)));
    for (RunFolder policy : trained) {
      judged.add(runs.finish(name + "-" + policy.name(), among(config, policy)));
    }
    EvaluatedRuns evaluated = EvaluatedRuns.read(judged);
    String first = evaluated.names().getFirst();
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.names()) {
      rows.add(row(name, policy, first, evaluated));
    }
    return rows;
  }

  /** A scenario in which a trained policy acts alone. */
  private static ObjectNode among(ObjectNode scenario, RunFolder trained) {
    ObjectNode result = scenario.deepCopy();
    result.put("label", trained.name());
    String type = trained.readConfig().at("/agent/type").asString("");
    result
        .putObject("agent")
        .put("type", type)
        .put("mode", "pretrained")
        .put("checkpoint", trained.path().toAbsolutePath().toString());
    ((ObjectNode) result.get("evaluation")).putArray("baselines");
    return ConfigFiles.complete(result);
  }

  private static List<String> row(
      String scenario, String policy, String first, EvaluatedRuns evaluated) {
    List<Metrics> metrics =
        evaluated.of(policy).stream().map(EvaluatedRuns.Passage::metrics).toList();
    List<String> row =
        new ArrayList<>(
            List.of(
                scenario,
                policy,
                Integer.toString(metrics.size()),
                mean(metrics, Metric.REALISED_PNL),
                mean(metrics, Metric.MAX_DRAWDOWN),
                mean(metrics, Metric.KILL_RATE)));
    if (policy.equals(first)) {
      row.addAll(List.of("", "", "", "", ""));
      return row;
    }
    Pairing pairing = evaluated.compare(policy, List.of(first)).pairings().getFirst();
    row.add(first);
    row.add(Double.toString(pairing.test().mean()));
    row.add(Double.toString(pairing.test().low()));
    row.add(Double.toString(pairing.test().high()));
    row.add(Double.toString(pairing.test().p()));
    return row;
  }

  private static String mean(List<Metrics> metrics, Metric metric) {
    return Double.toString(
        metrics.stream().mapToDouble(m -> m.value(metric)).average().orElse(Double.NaN));
  }
}
