package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActorTensors;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads trained policies from any of the places a user may name. */
public final class CheckpointReader {
  private static final String CARD = "policy.json";

  private final @Nullable Meaning meaning;

  private CheckpointReader(@Nullable Meaning meaning) {
    this.meaning = meaning;
  }

  /**
   * What tensors without a description do not tell.
   *
   * @param name name of the policy
   * @param actions what it decides for
   * @param activation what follows its hidden layers
   */
  record Meaning(String name, Space actions, Layer activation) {}

  /** A reader of policies that are described, and of Q-networks. */
  public static CheckpointReader ofDescribed() {
    return new CheckpointReader(null);
  }

  /** A reader that takes all other tensors to mean this. */
  static CheckpointReader of(Meaning meaning) {
    return new CheckpointReader(meaning);
  }

  /**
   * The policies at some places: at each that of a run's folder or of a checkpoint's folder; those
   * of all runs in a folder of runs, by the runs' names; or that of a {@code .safetensors} file or
   * a PyTorch state dict, whose observations nothing is known of.
   *
   * @throws io.makerbench.config.InputException when there is none, one is damaged, or they saw
   *     different things
   */
  public List<TrainedPolicy> read(List<Path> places) {
    List<TrainedPolicy> all =
        places.stream().flatMap(place -> runs(place).stream()).map(this::read).toList();
    if (all.stream().map(TrainedPolicy::facts).distinct().count() > 1) {
      throw new InputException(
          "The policies of %s see their market by different facts, as scalings fitted to different"
                  .formatted(places)
              + " data; only policies of the same market can decide together.");
    }
    return all;
  }

  /** The runs in a folder of runs; otherwise the place itself. */
  private static List<Path> runs(Path path) {
    if (!Files.isDirectory(path) || !TrainedPolicy.place(path).equals(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> runs =
          inside.filter(run -> !TrainedPolicy.place(run).equals(run)).sorted().toList();
      return runs.isEmpty() ? List.of(path) : runs;
    } catch (IOException e) {
      throw new InputException("The folder " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private TrainedPolicy read(Path path) {
    Path place = TrainedPolicy.place(path);
    return isDescribed(place)
        ? TrainedPolicy.read(place)
        : Files.isDirectory(place)
            ? new TrainedPolicy(TrainedNetwork.read(place).policy(Dqn.NAME), "", "")
            : ofTensors(TensorFile.read(place), place.toString());
  }

  private static boolean isDescribed(Path place) {
    return Files.exists(place.resolve(CARD));
  }

  private TrainedPolicy ofTensors(List<NamedArray> tensors, String source) {
    ActorTensors actor = new ActorTensors(tensors, source);
    if (!actor.isActor()) {
      return new TrainedPolicy(TrainedNetwork.of(tensors, source).policy(Dqn.NAME), "", "");
    }
    if (meaning == null) {
      throw new InputException(
          source
              + " holds tensors of a policy without saying what its actions are. A run that judges"
              + " it knows; what such a run keeps can be used anywhere.");
    }
    return new TrainedPolicy(
        actor.policy(meaning.name(), meaning.actions(), meaning.activation()), "", "");
  }

  /** What the first described policy at some places must know of its market; null for none. */
  static @Nullable String facts(List<Path> places) {
    return places.stream()
        .flatMap(place -> runs(place).stream())
        .map(TrainedPolicy::place)
        .filter(CheckpointReader::isDescribed)
        .findFirst()
        .map(place -> TrainedPolicy.read(place).facts())
        .filter(facts -> !facts.isEmpty())
        .orElse(null);
  }
}
