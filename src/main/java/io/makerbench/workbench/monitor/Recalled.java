package io.makerbench.workbench.monitor;

import io.makerbench.experiment.Findings;
import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.Recipe;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.learn.watch.Finding;
import java.io.IOException;
import java.util.List;

/** What a run's folder holds of its past. */
record Recalled(RunRecord record, Recipe recipe, MetricSeries metrics, List<Finding> warnings) {
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
        Findings.read(folder.warnings()));
  }
}
