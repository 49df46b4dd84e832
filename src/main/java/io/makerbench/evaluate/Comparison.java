package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent compared with baselines that saw the same windows.
 *
 * @param agent name of the agent
 * @param fillRule fill rule all figures rest on
 * @param pairings one per baseline, in the order they were given
 */
public record Comparison(String agent, String fillRule, List<Pairing> pairings) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * Compares the agent with every other policy among the rows.
   *
   * @param seed seed of the resampling
   * @throws InputException when the agent is missing, a window is unpaired or repeated, or fill
   *     rules differ
   */
  public static Comparison of(String agent, List<Metrics> rows, long seed) {
    return of(agent, rows, 1, seed);
  }

  /**
   * Compares policies that several training seeds gave, paired by window and seed.
   *
   * @param bySeed a list of rows a seed, each with the same policies and windows
   * @param seed seed of the resampling
   * @throws InputException when the agent is missing, a window is unpaired or repeated, or fill
   *     rules differ
   */
  public static Comparison ofSeeds(
      String agent, SequencedMap<Long, List<Metrics>> bySeed, long seed) {
    if (bySeed.size() == 1) {
      return of(agent, bySeed.firstEntry().getValue(), seed);
    }
    List<Metrics> rows =
        bySeed.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(row -> named(row, e.getKey())))
            .toList();
    return of(agent, rows, bySeed.size(), seed);
  }

  private static Metrics named(Metrics row, long seed) {
    return new Metrics(
        row.policy(), row.window() + " · seed " + seed, row.fillRule(), row.values());
  }

  private static Comparison of(String agent, List<Metrics> rows, int seeds, long seed) {
    Map<String, Map<String, Metrics>> byPolicy = group(rows);
    Map<String, Metrics> ours = byPolicy.remove(agent);
    if (ours == null) {
      throw new InputException(
          "The agent " + agent + " has no evaluated window to compare with its baselines.");
    }
    String rule = ours.values().iterator().next().fillRule();
    for (Metrics row : rows) {
      requireRule(row, rule);
    }
    List<Metrics> agentRows = List.copyOf(ours.values());
    List<Pairing> pairings =
        byPolicy.entrySet().stream()
            .map(e ->
                Pairing.of(agentRows, inOrder(ours, agent, e.getValue(), e.getKey()), seeds, seed))
            .toList();
    return new Comparison(agent, rule, pairings);
  }

  private static Map<String, Map<String, Metrics>> group(List<Metrics> rows) {
    Map<String, Map<String, Metrics>> byPolicy = new LinkedHashMap<>();
    for (Metrics row : rows) {
      Map<String, Metrics> windows =
          byPolicy.computeIfAbsent(row.policy(), name -> new LinkedHashMap<>());
      if (windows.put(row.window(), row) != null) {
        throw new InputException(
            "The window " + row.window() + " of " + row.policy() + " is given twice.");
      }
    }
    return byPolicy;
  }

  private static void requireRule(Metrics row, String rule) {
    if (!row.fillRule().equals(rule)) {
      throw new InputException(
          "The window %s of %s rests on the fill rule %s, others on %s; only figures under one fill rule can be compared."
              .formatted(row.window(), row.policy(), row.fillRule(), rule));
    }
  }

  private static List<Metrics> inOrder(
      Map<String, Metrics> ours, String agent, Map<String, Metrics> theirs, String baseline) {
    requireWindows(ours, agent, theirs, baseline);
    requireWindows(theirs, baseline, ours, agent);
    return ours.keySet().stream().map(theirs::get).toList();
  }

  private static void requireWindows(
      Map<String, Metrics> wanted, String who, Map<String, Metrics> given, String other) {
    for (String window : wanted.keySet()) {
      if (!given.containsKey(window)) {
        throw new InputException(
            "The window %s of %s is unpaired: %s was not evaluated on it. Evaluate both on the same windows."
                .formatted(window, who, other));
      }
    }
  }

  /** As JSON; a value that is not defined is written {@code "NaN"}. */
  public String toJson() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param origin where the text is from, for the error message
   */
  public static Comparison fromJson(String text, String origin) {
    try {
      return JSON.readValue(text, Comparison.class);
    } catch (JacksonException e) {
      throw new InputException(
          "The comparison " + origin + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
