package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs that differ in the values of some keys: each value of one key with each value of the others.
 *
 * @param axes at least one key with its values; the last changes fastest
 */
public record Sweep(List<SweepAxis> axes) {
  /** A slip of the pen must not fill a disk. */
  public static final int MOST_RUNS = 1000;

  /**
   * @throws InputException when a key comes twice, or there are too many runs
   */
  public Sweep {
    axes = List.copyOf(axes);
    List<String> keys = axes.stream().map(SweepAxis::key).toList();
    for (String key : keys) {
      if (keys.indexOf(key) != keys.lastIndexOf(key)) {
        throw new InputException("The key " + key + " is swept twice; give all its values once.");
      }
    }
    if (size(axes) > MOST_RUNS) {
      throw new InputException(
          "These are %,d runs; at most %,d are made at once.".formatted(size(axes), MOST_RUNS));
    }
  }

  private static long size(List<SweepAxis> axes) {
    long runs = 1;
    for (SweepAxis axis : axes) {
      runs = Math.min(Integer.MAX_VALUE, runs * axis.values().size());
    }
    return runs;
  }

  /** How many runs there are. */
  public int runs() {
    return (int) size(axes);
  }

  /**
   * The configuration of each run, its label with its own values.
   *
   * @throws InputException naming the first value that is not allowed
   */
  public List<ObjectNode> of(ObjectNode config) {
    List<ObjectNode> configs = new ArrayList<>();
    add(config, config.path("label").asString("run"), 0, configs);
    return configs;
  }

  private void add(ObjectNode config, String label, int axis, List<ObjectNode> to) {
    if (axis == axes.size()) {
      to.add(checked(config.deepCopy().put("label", label)));
      return;
    }
    SweepAxis swept = axes.get(axis);
    for (JsonNode value : swept.values()) {
      ObjectNode changed = config.deepCopy();
      ConfigFiles.put(changed, swept.key(), value);
      add(changed, label + " " + swept.words(value), axis + 1, to);
    }
  }

  private static ObjectNode checked(ObjectNode config) {
    List<Problem> problems = ConfigFiles.problems(config);
    if (!problems.isEmpty()) {
      throw new InputException(config.path("label").asString("") + ": " + problems.getFirst());
    }
    return ConfigFiles.complete(config);
  }
}
