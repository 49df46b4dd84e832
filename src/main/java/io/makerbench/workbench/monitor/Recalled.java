package io.makerbench.workbench.monitor;

import io.makerbench.experiment.Findings;
import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.Recipe;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.learn.watch.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run's folder holds of its past. */
record Recalled(
    RunRecord record,
    Recipe recipe,
    MetricSeries metrics,
    List<Finding> warnings,
    List<String> log) {
  /** Of a longer log the end is what a user looks for. */
  private static final int MOST_LINES = 500;

  /** Reads a folder; call it off the JavaFX thread. */
  static Recalled of(RunFolder folder) throws IOException {
    return new Recalled(
        folder.record(),
        Recipe.of(folder.readConfig()),
        MetricSeries.of(
            MetricsTable.read(folder.metrics()),
            MetricsTable.read(folder.actions()),
            MetricsTable.read(folder.heldOut()),
            MetricsTable.read(folder.timing())),
        Findings.read(folder.warnings()),
        lastLines(folder.log()));
  }

  private static List<String> lastLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(log);
    return List.copyOf(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
  }
}
