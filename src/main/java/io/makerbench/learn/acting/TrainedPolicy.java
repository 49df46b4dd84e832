package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import io.makerbench.learn.tensors.StateDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy as a checkpoint carries it, with what its observations were made of. Reading and writing
 * needs no native library.
 *
 * @param policy the network that acts
 * @param fingerprint what an observation is, see the market that trained it
 * @param facts what the market must know to make such observations again, as JSON
 */
public record TrainedPolicy(NetworkPolicy policy, String fingerprint, String facts) {
  /** Name of the description in a checkpoint. */
  static final String FILE = "policy.json";

  /** The format of Q-networks, which describes them by their widths. */
  private static final int FORMAT = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** The content of policy.json. */
  private record Card(
      int format,
      String name,
      int inputs,
      List<Integer> hidden,
      Norm norm,
      int actions,
      Head head,
      String observationFingerprint,
      String observationFacts) {}

  /** Writes both files into an existing folder. */
  public void write(Path folder) throws IOException {
    List<NamedArray> tensors = new StateDictionary(policy.shape()).named(policy.parameters());
    Safetensors.write(folder.resolve(TrainedNetwork.FILE), tensors);
    Record card = policy.rule() instanceof QNetwork network ? card(network) : PolicyCard.of(this);
    Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(card));
  }

  private Card card(QNetwork network) {
    return new Card(
        FORMAT,
        policy.name(),
        network.inputs(),
        network.hidden(),
        network.norm(),
        network.actions(),
        network.head(),
        fingerprint,
        facts);
  }

  /** Where the policy of a place lies: in a run's last checkpoint, else in the place itself. */
  public static Path place(Path path) {
    Path ofRun = path.resolve("checkpoints").resolve("final");
    return Files.isDirectory(ofRun) ? ofRun : path;
  }

  /**
   * Reads the policy of a checkpoint folder.
   *
   * @throws InputException when there is none, or it is damaged
   */
  public static TrainedPolicy read(Path folder) {
    Path file = folder.resolve(FILE);
    JsonNode card = card(file);
    int format = card.path("format").asInt(0);
    try {
      return switch (format) {
        case FORMAT -> read(folder, JSON.treeToValue(card, Card.class));
        case PolicyCard.FORMAT -> JSON.treeToValue(card, PolicyCard.class).read(folder);
        default ->
            throw new InputException(
                "%s has format %d; this version reads formats %d and %d."
                    .formatted(file, format, FORMAT, PolicyCard.FORMAT));
      };
    } catch (JacksonException e) {
      throw noPolicy(file, e);
    }
  }

  private static TrainedPolicy read(Path folder, Card card) {
    TrainedNetwork trained = TrainedNetwork.read(folder);
    QNetwork network =
        new QNetwork(card.inputs(), card.hidden(), card.norm(), card.actions(), card.head());
    if (!network.equals(trained.network())) {
      throw new InputException(
          "%s describes %s, the parameters beside it are those of %s."
              .formatted(folder.resolve(FILE), network, trained.network()));
    }
    return new TrainedPolicy(
        trained.policy(card.name()), card.observationFingerprint(), card.observationFacts());
  }

  private static JsonNode card(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no checkpoint at %s.".formatted(file));
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw noPolicy(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static InputException noPolicy(Path file, JacksonException cause) {
    return new InputException(
        "%s does not describe a policy: %s.".formatted(file, cause.getOriginalMessage()), cause);
  }
}
