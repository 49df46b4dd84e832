package io.makerbench.experiment.catalogue;

import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Configurations side by side, key by key.
 *
 * @param names what the configurations are called, in their order; the first is what others are
 *     held against
 * @param rows one for each key that any of them has, in the order of the first that has it
 */
public record ConfigDifference(List<String> names, List<Row> rows) {
  /** Written where a configuration has no such key. */
  public static final String ABSENT = "–";

  /**
   * One key.
   *
   * @param values a text for each configuration, {@link #ABSENT} where it has none
   */
  public record Row(String key, List<String> values) {
    /** Whether not all have the same value. */
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }

    /** Whether one has another value than the first. */
    public boolean differs(int configuration) {
      return !values.get(configuration).equals(values.getFirst());
    }
  }

  public ConfigDifference {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /** Of whole configurations by name. */
  public static ConfigDifference of(Map<String, ? extends JsonNode> configurations) {
    Map<String, Map<String, FieldValue>> flat = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    configurations.forEach((name, tree) -> {
      Map<String, FieldValue> values = RunReader.Flat.of(tree);
      flat.put(name, values);
      keys.addAll(values.keySet());
    });
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(
          new Row(
              key,
              flat.values().stream()
                  .map(values -> values.containsKey(key) ? values.get(key).text() : ABSENT)
                  .toList()));
    }
    return new ConfigDifference(List.copyOf(flat.keySet()), rows);
  }

  /** Only the keys that differ. */
  public ConfigDifference differing() {
    return new ConfigDifference(names, rows.stream().filter(Row::differs).toList());
  }

  /** Only the keys, or values, in which a text occurs; in any case. */
  public ConfigDifference holding(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return new ConfigDifference(
        names,
        rows.stream()
            .filter(row ->
                Stream.concat(Stream.of(row.key()), row.values().stream())
                    .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted)))
            .toList());
  }

  /** As a table: key, then a column for each configuration. */
  public Table table() {
    return new Table(
        Stream.concat(Stream.of("key"), names.stream()).toList(),
        rows.stream()
            .map(row -> Stream.concat(Stream.of(row.key()), row.values().stream()).toList())
            .toList());
  }
}
