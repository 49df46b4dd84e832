package io.makerbench.workbench.monitor;

import io.makerbench.workbench.monitor.Chart.Kind;
import io.makerbench.workbench.monitor.Chart.Line;
import java.util.List;

/** What a run takes of the machine, as timing.csv tells it. */
final class MachineRows {
  private static final Chart SPEED = Chart.whereTold(MetricSeries.SPEED, "Throughput", "ticks/s");
  private static final Chart CORES = Chart.whereTold("cores_busy", "Cores busy", "");
  private static final Chart MEMORY =
      new Chart(
          "Memory",
          "MiB",
          Kind.EXACT,
          new Chart.WhereTold(
              List.of(
                  new Line("rss_mib", "process"),
                  new Line("heap_mib", "heap"),
                  new Line("native_mib", "native"))));
  private static final Chart GPU = Chart.whereTold("gpu_mib", "GPU memory", "MiB");
  private static final List<ChartRow> ROWS =
      List.of(
          new ChartRow("Throughput", List.of(SPEED, CORES)),
          new ChartRow("Memory of the process", List.of(MEMORY, GPU)));

  private MachineRows() {}

  static List<ChartRow> of() {
    return ROWS;
  }
}
