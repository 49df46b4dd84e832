package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.system.Trajectories;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Reads what {@link Dataset} wrote, for a market whose versions and venues are the same. */
final class DatasetReader {
  private final PerpConfig config;
  private final Path folder;
  private final Path file;
  private final JsonNode metadata;

  private DatasetReader(PerpConfig config, Path folder) {
    this.config = config;
    this.folder = folder;
    file = folder.resolve(Dataset.METADATA);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "The folder %s is no dataset: it has no %s.".formatted(folder, Dataset.METADATA));
    }
    metadata = Json.read(file);
  }

  /**
   * Reads a dataset; observations are scaled where the market's are.
   *
   * @throws InputException when it is missing, damaged, or of another version or shape
   */
  static Trajectories read(PerpConfig config, Path folder) {
    return new DatasetReader(config, folder).trajectories();
  }

  private Trajectories trajectories() {
    requireVersions();
    long rows = number("num_transitions");
    long[] single = {rows};
    open(2, single);
    open(3, single);
    float[] observations = open(0, new long[] {rows, number("obs_dim")}).floats();
    float[] actions = open(1, new long[] {rows, number("action_dim")}).floats();
    int[] episodes = episodes(open(4, single).longs());
    requireFinite(observations, 0);
    requireFinite(actions, 1);
    Observation.of(config).fromRaw(observations);
    int venues = config.venues().size();
    int width = ActionCode.width(venues);
    for (int i = 0; i < actions.length; i++) {
      actions[i] = ActionCode.ofPublished(actions[i], i % width, venues);
    }
    return new Trajectories(expert(), observations, actions, episodes);
  }

  private void requireVersions() {
    require("trajectory_version", Dataset.TRAJECTORY_VERSION, "this program reads");
    require("obs_version", config.obsVersion(), "market.obs_version is");
    require("action_version", ActionCode.VERSION, "this program acts by");
    require("num_venues", config.venues().size(), "market.venues names");
    require("obs_dim", Observation.of(config).width(), "the market's observations have");
    require("action_dim", ActionCode.width(config.venues().size()), "the market's actions have");
    if (number("num_transitions") < 1) {
      throw new InputException(file + ": num_transitions is 0; there is nothing to learn from.");
    }
  }

  private void require(String key, int here, String why) {
    long there = number(key);
    if (there != here) {
      throw new InputException(
          "The dataset %s has %s %d, but %s %d. Write it with the market it is learnt in, or choose"
                  .formatted(folder, key, there, why, here)
              + " that market.");
    }
  }

  private long number(String key) {
    JsonNode value = metadata.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
      throw new InputException(
          "%s: %s must be a whole number from 0; it is %s."
              .formatted(file, key, value.isMissingNode() ? "missing" : value));
    }
    return value.asLong();
  }

  private String expert() {
    String version = metadata.path("policy_version").asString("");
    if (version.isEmpty()) {
      throw new InputException(file + ": policy_version must name who acted; it is missing.");
    }
    return version.replaceFirst("-v[0-9.]+$", "");
  }

  private NpyArray open(int index, long[] shape) {
    NpyArray array = NpyArray.open(Dataset.file(folder, index));
    array.require(Dataset.TYPES.get(index), shape, Dataset.METADATA);
    return array;
  }

  private int[] episodes(long[] indices) {
    int[] episodes = new int[indices.length];
    long count = number("num_episodes");
    for (int row = 0; row < indices.length; row++) {
      long before = row == 0 ? 0 : indices[row - 1];
      if (indices[row] < before || indices[row] >= Math.min(count, Integer.MAX_VALUE)) {
        throw new InputException(
            "%s, row %d: the episode is %d; it must be from %d to %d, for there are %d and they"
                    .formatted(Dataset.file(folder, 4), row, indices[row], before, count - 1, count)
                + " follow each other.");
      }
      episodes[row] = (int) indices[row];
    }
    return episodes;
  }

  private void requireFinite(float[] numbers, int index) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        int width = numbers.length / (int) number("num_transitions");
        throw new InputException(
            "%s, row %d, column %d: the number is %s; it must be finite."
                .formatted(Dataset.file(folder, index), i / width, i % width, numbers[i]));
      }
    }
  }
}
