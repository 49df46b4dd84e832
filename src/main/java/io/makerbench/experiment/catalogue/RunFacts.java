package io.makerbench.experiment.catalogue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Everything a table tells of a run.
 *
 * @param values a value for each {@link RunField} it has, by the field's id
 * @param sketch the course of its training
 */
public record RunFacts(
    RunFolder folder,
    RunRecord record,
    RunNotes notes,
    Map<String, FieldValue> values,
    MetricSketch sketch) {
  /** Name of the folder, unique among the runs beside it. */
  public String name() {
    return folder.name();
  }

  /** The name a user gave, now or in the configuration. */
  public String label() {
    String given = notes.label();
    return given == null ? record.label() : given;
  }

  /** The value of a field; none where it has no such field. */
  public FieldValue value(String field) {
    return values.getOrDefault(field, FieldValue.NONE);
  }

  /** Whether a word occurs in what it is called and said of it; in any case. */
  boolean mentions(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(RunField.SEARCHED)
        .anyMatch(field -> value(field).text().toLowerCase(Locale.ROOT).contains(wanted));
  }
}
