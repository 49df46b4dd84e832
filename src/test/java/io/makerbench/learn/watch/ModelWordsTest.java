package io.makerbench.learn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Space;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watched training that is to begin with a model, or go on from a checkpoint, it cannot use. */
class ModelWordsTest {
  @TempDir Path folder;

  private final WatchedProblem problem = new WatchedProblem(4);

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "ppo"})
  void aModelOfTheSameNetworkIsTaken(String name) throws IOException {
    Path model = saved(name);
    float[] saved = parameters(name, "[16]", null);
    assertEquals(saved[0], parameters(name, "[16]", model)[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "ppo"})
  void aModelOfAnotherNetworkIsToldWithBoth(String name) throws IOException {
    Path model = saved(name);
    String words = refused(name, "[32]", model);
    assertTrue(words.contains("load_path"), words);
    assertTrue(words.contains("16"), words);
    assertTrue(words.contains("32"), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "ppo"})
  void aModelThatCannotBeReadIsNamed(String name) throws IOException {
    Path model = saved(name);
    Path card = model.resolve("policy.json");
    Files.writeString(card, "{\"format\": ");
    assertTrue(refused(name, "[16]", model).contains(card + " does not describe a policy"));
    Files.delete(card);
    Path tensors = model.resolve("policy.safetensors");
    if (Files.notExists(tensors)) {
      return;
    }
    Files.writeString(tensors, "torn");
    String words = refused(name, "[16]", model);
    assertTrue(words.contains(model.toString()), words);
  }

  @Test
  void aWatchThatCannotBeReadIsNamed() throws IOException {
    FedWatch fed = fed();
    InputException missing =
        assertThrows(InputException.class, () -> fed.watch.restore(folder.resolve("none")));
    assertTrue(missing.getMessage().contains("watch.bin cannot be read"), missing.getMessage());
    assertTrue(missing.getMessage().endsWith("cannot go on from this checkpoint."));
    fed.watch.save(folder);
    fed().watch.restore(folder);
    byte[] whole = Files.readAllBytes(folder.resolve("watch.bin"));
    Files.write(folder.resolve("watch.bin"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThrows(InputException.class, () -> fed().watch.restore(folder));
    Files.writeString(folder.resolve("watch.bin"), "something else");
    InputException other = assertThrows(InputException.class, () -> fed().watch.restore(folder));
    assertTrue(other.getMessage().contains("another format"), other.getMessage());
  }

  private FedWatch fed() {
    return new FedWatch(algorithm("dqn", "[16]", null).settings(), problem, problem.names());
  }

  private Path saved(String name) throws IOException {
    Path model = folder.resolve("model");
    try (Trainer trainer = start(name, "[16]", null)) {
      new TrainedPolicy(trainer.policy(), "four states", "{}")
          .write(Files.createDirectories(model));
    }
    return model;
  }

  private float[] parameters(String name, String hidden, Path model) {
    try (Trainer trainer = start(name, hidden, model)) {
      return trainer.policy().parameters();
    }
  }

  private String refused(String name, String hidden, Path model) {
    return assertThrows(InputException.class, () -> start(name, hidden, model)).getMessage();
  }

  private Trainer start(String name, String hidden, Path model) {
    Algorithm algorithm = algorithm(name, hidden, model);
    Watch watch =
        new Watch(
            algorithm.settings(),
            problem,
            problem.names(),
            Compute.CPU,
            TrainerListener.SILENT,
            found -> {});
    return algorithm.start(watch.env(), 3, Compute.CPU, watch);
  }

  private static Algorithm algorithm(String name, String hidden, Path model) {
    String config =
        "{\"hidden\": %s, \"layer_norm\": false%s}"
            .formatted(hidden, model == null ? "" : ", \"load_path\": \"" + model + "\"");
    return name.equals("dqn")
        ? new Dqn(read(config, DqnConfig.class))
        : Ppo.of(read(config, PpoConfig.class), new Space.Discrete(WatchedProblem.STATES));
  }

  private static <T extends Record> T read(String config, Class<T> type) {
    return new ConfigReader(ConfigSchema.of(type)).read(Json.parse(config, "test"), type, "test");
  }
}
