package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.catalogue.FieldValue;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.workbench.plot.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Values of runs as a user reads them. */
final class FieldWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Set<String> FIGURES =
      Set.of(RunField.SEED, RunField.DURATION, RunField.GAIN, RunField.TRIALS);
  private static final double MILLIS_A_SECOND = 1e3;

  private FieldWords() {}

  /** A value in a column; a dash where a figure is not there. */
  static String of(String field, FieldValue value) {
    RunField.Source source = new RunField(field).source();
    boolean figure = source == RunField.Source.TRAINING || source == RunField.Source.RESULT;
    if (!value.isThere()) {
      return figure || field.equals(RunField.GAIN) ? "–" : "";
    }
    return switch (field) {
      case RunField.CREATED, RunField.ENDED -> when(value);
      case RunField.DURATION -> Numbers.clock(value.number());
      case RunField.GAIN -> (value.number() > 0 ? "+" : "") + Numbers.precise(value.number());
      case RunField.NOTES -> value.text().lines().findFirst().orElse("");
      default -> figure ? Numbers.precise(value.number()) : value.text();
    };
  }

  /** Time a run worked, s; of one at work before it says so, the time since it was made. */
  static FieldValue duration(RunRecord record) {
    boolean first = !record.state().ended() && record.activeSeconds() == 0;
    return FieldValue.number(
        first
            ? Duration.between(record.created(), Instant.now()).toMillis() / MILLIS_A_SECOND
            : record.activeSeconds());
  }

  /** A mean over several runs. */
  static String mean(String field, FieldValue value) {
    if (!value.isThere() || field.equals(RunField.SEED) || field.equals(RunField.TRIALS)) {
      return "";
    }
    return field.equals(RunField.DURATION)
        ? "⌀ " + Numbers.clock(value.number())
        : "⌀ " + Numbers.precise(value.number());
  }

  private static String when(FieldValue value) {
    return WHEN.format(Instant.ofEpochMilli((long) (value.number() * MILLIS_A_SECOND)));
  }

  /** Whether a value stands at the right of its column, as figures do. */
  static boolean isFigure(String field, FieldValue value) {
    return value.isNumber() && !field.equals(RunField.CREATED) && !field.equals(RunField.ENDED);
  }

  /** Whether a column holds figures whatever the runs are, and so has its heading at the right. */
  static boolean isFigure(String field) {
    RunField.Source source = new RunField(field).source();
    return source == RunField.Source.TRAINING
        || source == RunField.Source.RESULT
        || FIGURES.contains(field);
  }

  /** As the heading of a column. */
  static String title(String field) {
    return field.equals(TableState.CURVE) ? "Curve" : new RunField(field).title();
  }
}
