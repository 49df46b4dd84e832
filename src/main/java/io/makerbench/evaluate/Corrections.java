package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.EpisodeSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the actions of a policy were not taken as they came in a window, for one reason.
 *
 * @param policy name of the policy
 * @param window name of the window
 * @param reason why, in words
 * @param count how often
 */
public record Corrections(String policy, String window, String reason, long count) {
  private static final String SERIES = "corrected_";
  private static final List<String> COLUMNS = List.of("policy", "window", "reason", "count");

  /** Those an episode records, in the order of its series; what did not happen is left out. */
  public static List<Corrections> of(Episode episode) {
    List<Corrections> found = new ArrayList<>();
    for (EpisodeSeries series : episode.series()) {
      if (series.name().startsWith(SERIES) && episode.ticks() > 0) {
        String reason = series.name().substring(SERIES.length()).replace('_', ' ');
        long count = Math.round(series.values()[episode.ticks() - 1]);
        if (count > 0) {
          found.add(new Corrections(episode.policy(), episode.window(), reason, count));
        }
      }
    }
    return found;
  }

  static Table table(List<Corrections> all) {
    return new Table(
        COLUMNS,
        all.stream()
            .map(c -> List.of(c.policy, c.window, c.reason, Long.toString(c.count)))
            .toList());
  }

  /**
   * Reads what {@link #table} made.
   *
   * @throws InputException when a count is no number
   */
  static List<Corrections> read(Table table, String origin) {
    return table.rows().stream().map(row -> read(row, origin)).toList();
  }

  private static Corrections read(List<String> row, String origin) {
    try {
      return new Corrections(row.get(0), row.get(1), row.get(2), Long.parseLong(row.get(3)));
    } catch (NumberFormatException e) {
      throw new InputException(
          "The column count of %s holds \"%s\"; a whole number is expected."
              .formatted(origin, row.get(3)),
          e);
    }
  }

  /** A sentence for each policy whose actions were corrected, with its counts by reason. */
  public static List<String> sentences(List<Corrections> all) {
    SequencedMap<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (Corrections c : all) {
      counts
          .computeIfAbsent(c.policy, policy -> new TreeMap<>())
          .merge(c.reason, c.count, Long::sum);
    }
    return counts.entrySet().stream()
        .map(entry ->
            "Actions of %s were corrected before they took effect: %s."
                .formatted(entry.getKey(), words(entry.getValue())))
        .toList();
  }

  private static String words(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue() + " times")
        .collect(Collectors.joining(", "));
  }
}
