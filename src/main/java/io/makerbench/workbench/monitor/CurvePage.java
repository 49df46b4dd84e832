package io.makerbench.workbench.monitor;

import java.util.List;

/** Which curves are drawn. */
enum CurvePage {
  LEARNING("Learning", "What it earns, and the figures of its updates"),
  BEHAVIOUR("Behaviour", "What it does: how its actions spread, what its reward is made of"),
  MACHINE("Machine", "Speed, cores and memory");

  private final String words;
  private final String hint;

  CurvePage(String words, String hint) {
    this.words = words;
    this.hint = hint;
  }

  String words() {
    return words;
  }

  String hint() {
    return hint;
  }

  /** Its rows for a run. */
  List<ChartRow> rows(String agent, MetricSeries metrics) {
    return switch (this) {
      case LEARNING -> ChartRow.of(agent);
      case BEHAVIOUR -> BehaviourRows.of(metrics);
      case MACHINE -> MachineRows.of();
    };
  }
}
