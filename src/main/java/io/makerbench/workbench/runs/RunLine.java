package io.makerbench.workbench.runs;

import io.makerbench.experiment.catalogue.FieldValue;
import io.makerbench.experiment.catalogue.RunFacts;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A line of the table. */
sealed interface RunLine {
  /** What stands in a column of the line. */
  FieldValue value(String field);

  /**
   * A run. The line stays the same while the run's figures change, so that a table keeps its
   * selection.
   */
  record Run(ObjectProperty<RunFacts> facts) implements RunLine {
    Run(RunFacts facts) {
      this(new SimpleObjectProperty<>(facts));
    }

    RunFacts now() {
      return facts.get();
    }

    @Override
    public FieldValue value(String field) {
      return now().value(field);
    }

    /** Lines are told apart by what they are, not by what they show. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * The heading of runs that have the same value of a field.
   *
   * @param value that value; empty where they have none
   * @param runs the runs under it
   * @param open whether they are shown
   */
  record Heading(String field, String value, List<RunFacts> runs, boolean open) implements RunLine {
    /** The mean over its runs, where all that have the field have a number. */
    @Override
    public FieldValue value(String wanted) {
      List<FieldValue> values =
          runs.stream().map(run -> run.value(wanted)).filter(FieldValue::isThere).toList();
      boolean numbers = values.stream().allMatch(v -> v.isNumber() && !v.text().contains(":"));
      OptionalDouble mean = values.stream().mapToDouble(FieldValue::number).average();
      return numbers && mean.isPresent() ? FieldValue.number(mean.getAsDouble()) : FieldValue.NONE;
    }
  }
}
