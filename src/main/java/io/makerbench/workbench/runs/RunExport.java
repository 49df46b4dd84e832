package io.makerbench.workbench.runs;

import io.makerbench.evaluate.Table;
import io.makerbench.experiment.catalogue.RunFacts;
import java.util.List;

/** Runs as a table of texts, as exact as their files have them. */
final class RunExport {
  private RunExport() {}

  /** A row a run, in these columns; the picture of a course is left out. */
  static Table table(List<RunFacts> runs, List<TableState.Column> columns) {
    List<String> fields =
        columns.stream()
            .map(TableState.Column::field)
            .filter(field -> !field.equals(TableState.CURVE))
            .toList();
    return new Table(
        fields,
        runs.stream()
            .map(run -> fields.stream().map(field -> run.value(field).text()).toList())
            .toList());
  }
}
