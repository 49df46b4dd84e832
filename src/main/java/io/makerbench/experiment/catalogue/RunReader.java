package io.makerbench.experiment.catalogue;

import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a table tells of runs. Thousands of runs share most of their keys and values: each is
 * kept once. From any thread but JavaFX's.
 */
final class RunReader {
  private static final double MILLIS_A_SECOND = 1e3;
  private static final int DIGITS_OF_HASH = 12;

  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<FieldValue, FieldValue> texts = new ConcurrentHashMap<>();

  /**
   * Reads a run's files.
   *
   * @throws io.makerbench.config.InputException when one is damaged
   */
  RunFacts read(RunFolder folder) throws IOException {
    RunRecord record = folder.record();
    RunNotes notes = RunNotes.read(folder);
    MetricSketch sketch = MetricSketch.read(folder.metrics());
    Map<String, FieldValue> values = new LinkedHashMap<>();
    JsonNode config = folder.readConfig();
    Flat.of(config).forEach((key, value) -> put(values, key, value));
    put(values, RunField.CHANGED_KEYS, changedKeys(folder, record, config));
    sketch
        .columns()
        .forEach((name, column) ->
            put(values, RunField.TRAINING + name, FieldValue.number(column.last())));
    putResults(values, new EvaluationStore(folder.evaluation()));
    putRecord(values, record);
    put(values, RunField.CONFIG_HASH, configHash(folder, record));
    putNotes(values, notes);
    put(values, RunField.NAME, folder.name());
    return new RunFacts(folder, record, notes, values, sketch);
  }

  private void putResults(Map<String, FieldValue> values, EvaluationStore store) {
    List<Metrics> rows = store.metrics();
    Optional<Comparison> comparison = store.comparison();
    if (rows.isEmpty()) {
      return;
    }
    String agent = comparison.map(Comparison::agent).orElse(rows.getFirst().policy());
    for (Metric metric : Metric.values()) {
      double mean =
          rows.stream()
              .filter(row -> row.policy().equals(agent))
              .mapToDouble(row -> row.value(metric))
              .average()
              .orElse(Double.NaN);
      put(values, RunField.RESULT + metric.column(), FieldValue.number(mean));
    }
    comparison
        .map(Comparison::pairings)
        .filter(all -> !all.isEmpty())
        .map(List::getFirst)
        .ifPresent(pairing -> putGain(values, pairing));
  }

  private void putGain(Map<String, FieldValue> values, Pairing pairing) {
    put(values, RunField.GAIN, FieldValue.number(pairing.test().mean()));
    put(values, RunField.BASELINE, pairing.baseline());
  }

  private void putRecord(Map<String, FieldValue> values, RunRecord record) {
    put(values, RunField.LABEL, record.label());
    put(values, RunField.STATE, record.state().toString());
    put(values, RunField.PHASE, phase(record));
    put(values, RunField.AGENT, record.agent());
    put(values, RunField.SYSTEM, record.system());
    put(values, RunField.SEED, FieldValue.number(record.seed()));
    put(values, RunField.CREATED, instant(record.created()));
    put(values, RunField.ENDED, instant(record.ended()));
    put(values, RunField.DURATION, FieldValue.number(record.activeSeconds()));
    put(values, RunField.DEVICE, record.device());
    put(values, RunField.ENGINE, record.engine());
    put(values, RunField.VERSION, record.version());
    put(values, RunField.MACHINE, record.machine());
    put(values, RunField.MESSAGE, record.message());
    put(
        values,
        RunField.TRIALS,
        FieldValue.number(record.trials() == 0 ? Double.NaN : record.trials()));
    String origin = record.clonedFrom();
    put(values, RunField.CLONED_FROM, origin == null ? "" : origin);
  }

  /** Its beginning tells configurations apart; the whole is in run.json. */
  private static String configHash(RunFolder folder, RunRecord record) {
    String digest = record.configDigest();
    return digest == null
        ? ""
        : digest.substring(0, DIGITS_OF_HASH)
            + (folder.isConfigEdited() ? ", config.json was edited since" : "");
  }

  /** In what a clone differs from its origin; empty where that is gone or was never one. */
  private static String changedKeys(RunFolder folder, RunRecord record, JsonNode config) {
    String name = record.clonedFrom();
    Path beside = folder.path().toAbsolutePath().getParent();
    RunFolder origin = name == null || beside == null ? null : new RunFolder(beside.resolve(name));
    if (origin == null || !Files.isRegularFile(origin.config())) {
      return "";
    }
    Map<String, JsonNode> both = new LinkedHashMap<>();
    both.put("origin", origin.readConfig());
    both.put("clone", config);
    return ConfigDifference.of(both).differing().rows().stream()
        .map(row -> row.key() + ": " + String.join(" → ", row.values()))
        .collect(Collectors.joining(", "));
  }

  private static String phase(RunRecord record) {
    return record.state() == RunState.DONE ? "finished" : record.phase().toString();
  }

  private static FieldValue instant(@Nullable Instant time) {
    return time == null
        ? FieldValue.NONE
        : new FieldValue(time.toString(), time.toEpochMilli() / MILLIS_A_SECOND);
  }

  private void putNotes(Map<String, FieldValue> values, RunNotes notes) {
    String label = notes.label();
    if (label != null) {
      put(values, RunField.LABEL, label);
    }
    put(values, RunField.TAGS, String.join(" ", notes.tags()));
    put(values, RunField.NOTES, notes.notes());
  }

  private void put(Map<String, FieldValue> values, String key, String text) {
    put(values, key, FieldValue.text(text));
  }

  private void put(Map<String, FieldValue> values, String key, FieldValue value) {
    if (value.isThere()) {
      values.put(
          keys.computeIfAbsent(key, same -> same), texts.computeIfAbsent(value, same -> same));
    }
  }

  /** A configuration's single values by their path. */
  static final class Flat {
    private final Map<String, FieldValue> values = new LinkedHashMap<>();

    private Flat() {}

    /** Lists of single values and empty sections count as one value. */
    static Map<String, FieldValue> of(JsonNode tree) {
      Flat flat = new Flat();
      flat.add("", tree);
      return flat.values;
    }

    private void add(String path, JsonNode node) {
      if (node.isObject() && !node.isEmpty()) {
        node.properties()
            .forEach(entry ->
                add(
                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                    entry.getValue()));
      } else if (node.isArray() && holdsSections(node)) {
        for (int i = 0; i < node.size(); i++) {
          add(path + "[" + i + "]", node.get(i));
        }
      } else {
        values.put(path, value(node));
      }
    }

    private static boolean holdsSections(JsonNode list) {
      return list.valueStream().anyMatch(JsonNode::isObject);
    }

    private static FieldValue value(JsonNode node) {
      if (node.isNumber()) {
        return new FieldValue(node.asString(), node.doubleValue());
      }
      return FieldValue.text(node.isString() ? node.stringValue() : node.toString());
    }
  }
}
