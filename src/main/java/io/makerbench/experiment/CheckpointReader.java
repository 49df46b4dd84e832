package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.dqn.Dqn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a trained policy from any of the places a user may name. */
public final class CheckpointReader {
  private static final String CARD = "policy.json";

  private CheckpointReader() {}

  /**
   * The policy at a path: that of a run's folder, of a checkpoint's folder, or the Q-network of a
   * {@code .safetensors} file or a PyTorch state dict, whose observations nothing is known of.
   *
   * @throws io.makerbench.config.InputException when there is none, or it is damaged
   */
  public static TrainedPolicy read(Path path) {
    Path place = TrainedPolicy.place(path);
    return Files.exists(place.resolve(CARD))
        ? TrainedPolicy.read(place)
        : new TrainedPolicy(TrainedNetwork.read(place).policy(Dqn.NAME), "", "");
  }

  /**
   * The policies at a path: those of all runs in a folder of runs, by the runs' names; else the one
   * that {@link #read} finds.
   *
   * @throws io.makerbench.config.InputException when there is none, one is damaged, or they saw
   *     different things
   */
  public static List<TrainedPolicy> readAll(Path path) {
    List<Path> runs = runs(path);
    List<TrainedPolicy> all =
        (runs.isEmpty() ? List.of(path) : runs).stream().map(CheckpointReader::read).toList();
    if (all.stream().map(TrainedPolicy::facts).distinct().count() > 1) {
      throw new InputException(
          "The runs in %s see their market by different facts, as scalings fitted to different data;"
                  .formatted(path)
              + " only runs of the same market can decide together.");
    }
    return all;
  }

  private static List<Path> runs(Path path) {
    if (!Files.isDirectory(path) || !TrainedPolicy.place(path).equals(path)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.filter(run -> !TrainedPolicy.place(run).equals(run)).sorted().toList();
    } catch (IOException e) {
      throw new InputException("The folder " + path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
