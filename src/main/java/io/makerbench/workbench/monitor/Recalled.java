package io.makerbench.workbench.monitor;

import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run's folder holds of its past. */
record Recalled(RunRecord record, MetricSeries metrics, List<String> warnings) {
  /** Reads a folder; call it off the JavaFX thread. */
  static Recalled of(RunFolder folder) throws IOException {
    return new Recalled(
        folder.record(),
        MetricSeries.of(MetricsTable.read(folder.metrics())),
        warnings(folder.log()));
  }

  private static List<String> warnings(Path log) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" Warning at step ")).toList();
    }
  }
}
