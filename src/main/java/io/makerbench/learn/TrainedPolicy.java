package io.makerbench.learn;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
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

  private static final int FORMAT = 1;
  private static final JsonMapper JSON =
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
  void write(Path folder) throws IOException {
    QNetwork network = (QNetwork) policy.rule();
    Card card =
        new Card(
            FORMAT,
            policy.name(),
            network.inputs(),
            network.hidden(),
            network.norm(),
            network.actions(),
            network.head(),
            fingerprint,
            facts);
    Safetensors.write(folder.resolve(TrainedNetwork.FILE), network.named(policy.parameters()));
    Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(card));
  }

  /**
   * Reads the policy of a checkpoint folder.
   *
   * @throws InputException when there is none, or it is damaged
   */
  public static TrainedPolicy read(Path folder) {
    TrainedNetwork trained = TrainedNetwork.read(folder);
    Card card = card(folder.resolve(FILE));
    if (card.format() != FORMAT) {
      throw new InputException(
          "%s has format %d; this version reads format %d."
              .formatted(folder.resolve(FILE), card.format(), FORMAT));
    }
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

  private static Card card(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no checkpoint at %s.".formatted(file));
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), Card.class);
    } catch (JacksonException e) {
      throw new InputException(
          "%s does not describe a policy: %s.".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
