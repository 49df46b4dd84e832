package io.makerbench.experiment;

import io.makerbench.report.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How often actions were corrected while a policy learned, a decision by reason. */
final class TrainingCorrections {
  private static final String CORRECTED = "corrected_";

  private TrainingCorrections() {}

  /** What is known of each reason that ever held, from the columns of actions.csv. */
  static List<Curve> curves(MetricsTable actions) {
    return actions.columns().entrySet().stream()
        .filter(column -> column.getKey().startsWith(CORRECTED))
        .filter(column -> Arrays.stream(column.getValue().values()).anyMatch(rate -> rate > 0))
        .map(column ->
            new Curve(
                column.getKey(),
                "Corrected a decision: " + reason(column.getKey()),
                column.getValue().steps(),
                column.getValue().values()))
        .toList();
  }

  private static String reason(String column) {
    return column.substring(CORRECTED.length()).replace('_', ' ');
  }

  /** The means of all rows in a sentence; empty where nothing was corrected. */
  static String sentence(List<Curve> curves) {
    if (curves.isEmpty()) {
      return "";
    }
    return curves.stream()
        .map(curve ->
            String.format(
                Locale.ROOT,
                "%s %.3g",
                reason(curve.name()),
                Arrays.stream(curve.value()).average().orElse(0)))
        .collect(
            Collectors.joining(
                ", ",
                "Actions were corrected before they took effect while the policy learned, times a"
                    + " decision: ",
                "."));
  }
}
