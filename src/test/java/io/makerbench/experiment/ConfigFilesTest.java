package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.system.replay.Mode;
import io.makerbench.system.replay.ReplayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ConfigFilesTest {
  @TempDir private Path folder;

  static Stream<Path> shippedConfigs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("configs"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.startsWith(Path.of("configs", "sweeps")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shippedConfigs")
  void everyShippedConfigIsValidAndCompletesToItself(Path file) {
    var complete = ConfigFiles.load(file, List.of());
    assertEquals(complete, ConfigFiles.reader().complete(complete));
    ConfigFiles.read(complete, file.toString());
  }

  @Test
  void overridesReachIntoSectionsAndAreChecked() {
    Path file = Path.of("configs", "quickstart.json");
    ExperimentConfig config =
        ConfigFiles.read(
            ConfigFiles.load(file, List.of("dqn.lr=0.01", "label=other", "market.mode=published")),
            "test");
    assertEquals(0.01, config.dqn().lr());
    assertEquals("other", config.label());
    assertEquals(Mode.PUBLISHED, ((ReplayConfig) config.market()).mode());
    InputException unknown =
        assertThrows(
            InputException.class, () -> ConfigFiles.load(file, List.of("dqn.learning_rate=1")));
    assertTrue(unknown.getMessage().contains("dqn.learning_rate"), unknown.getMessage());
    InputException shapeless =
        assertThrows(InputException.class, () -> ConfigFiles.load(file, List.of("dqn.lr")));
    assertTrue(shapeless.getMessage().contains("key=value"), shapeless.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lob-replay", "venue-replay", "analytic", "control", "perp"})
  void aSystemAloneIsAConfigurationWithItsOwnBaselines(String system) throws IOException {
    Path file =
        Files.writeString(folder.resolve("bare.json"), "{\"system\": \"%s\"}".formatted(system));
    ExperimentConfig config = ConfigFiles.read(ConfigFiles.load(file, List.of()), "bare");
    List<String> usual = ConfigFiles.system(system).usualBaselines();
    assertEquals(usual, config.evaluation().baselines());
    assertTrue(ConfigFiles.system(system).baselines().containsAll(usual));
    assertEquals(List.of(), ConfigFiles.problems(Json.read(file)));
    ExperimentConfig none =
        ConfigFiles.read(ConfigFiles.load(file, List.of("evaluation.baselines=[]")), "none");
    assertEquals(List.of(), none.evaluation().baselines());
  }

  @Test
  void unknownAgentsAndBaselinesAreNamed() {
    Path file = Path.of("configs", "quickstart.json");
    InputException agent =
        assertThrows(
            InputException.class, () -> ConfigFiles.load(file, List.of("agent.type=ppo2")));
    assertTrue(agent.getMessage().contains("agent.type"), agent.getMessage());
    InputException baseline =
        assertThrows(
            InputException.class,
            () -> ConfigFiles.load(file, List.of("evaluation.baselines=[\"twap\"]")));
    assertTrue(baseline.getMessage().contains("symmetric_l1"), baseline.getMessage());
  }

  @Test
  void theSourcesOwnFilesAreTakenAsTheyAre() {
    Path file = RecordedData.require("source-configs/run_config.json");
    ExperimentConfig config = ConfigFiles.read(ConfigFiles.load(file, List.of()), "test");
    ReplayConfig replay = (ReplayConfig) config.market();
    assertEquals("l1_l_10000_c_0p2", config.label());
    assertEquals("symmetric_l1", config.agent().type());
    assertEquals(8, replay.recording().evaluationIntervals().size());
    assertEquals(Mode.PUBLISHED, replay.mode());
    assertEquals(10_000, replay.simulator().latencyMicros());
    assertEquals(0.35, replay.actionTimeoutSec());
    assertEquals(512, config.dqn().batchSize());
    assertEquals(19, replay.features().recipes().size(), "18 features and the mid price");
    assertTrue(replay.features().pendingOrderAge());
  }

  @Test
  void theSourcesPretrainedAgentIsFoundBesideItsConfig() throws IOException {
    Path source = RecordedData.require("source-configs/run_config.json");
    String dqn =
        Files.readString(source).replace("\"type\": \"symmetric_l1\"", "\"type\": \"dqn\"");
    Path file = Files.writeString(folder.resolve("run_config.json"), dqn);
    InputException missing =
        assertThrows(InputException.class, () -> ConfigFiles.load(file, List.of()));
    assertTrue(missing.getMessage().contains("model.pt"), missing.getMessage());
    Files.copy(source.resolveSibling("model.pt"), folder.resolve("model.pt"));
    ExperimentConfig config = ConfigFiles.read(ConfigFiles.load(file, List.of()), "test");
    assertTrue(String.valueOf(config.agent().checkpoint()).endsWith("model.pt"));
  }

  @Test
  void aSourceConfigThatContradictsItselfIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("run_config.json"),
            """
            {"dataset": "tardis", "product": "BTCUSDT", "simulator_mode": "eval",
             "agent": {"type": "dqn", "mode": "train"}}
            """);
    InputException thrown =
        assertThrows(InputException.class, () -> ConfigFiles.load(file, List.of()));
    assertTrue(thrown.getMessage().contains("simulator_mode"), thrown.getMessage());
  }

  @Test
  void problemsOfATreeSayWhatReadingWouldSay() {
    var tree = ConfigFiles.defaults();
    assertEquals(List.of(), ConfigFiles.problems(tree));
    tree.set("agent", Json.parse("{\"type\": \"nobody\"}", "test"));
    assertEquals("agent.type", ConfigFiles.problems(tree).getFirst().path());
  }

  @Test
  void elementsOfListsAreChangedByTheirPlace() {
    Path file = Path.of("configs", "replay", "three-markets-2024.json");
    ObjectNode changed =
        ConfigFiles.load(
            file,
            List.of(
                "market.markets[2].contract.size=10",
                "market.markets[1].order_size=0.003",
                "market.quote_offsets=[1]",
                "market.quote_offsets[0]=2"));
    assertEquals(10, changed.at("/market/markets/2/contract/size").asInt());
    assertEquals(0.003, changed.at("/market/markets/1/order_size").asDouble());
    assertEquals(2, changed.at("/market/quote_offsets/0").asInt());
    for (String wrong :
        List.of(
            "market.markets[3].order_size=1",
            "market.markets.order_size=1",
            "market.markets[x]=1")) {
      InputException refusal =
          assertThrows(InputException.class, () -> ConfigFiles.load(file, List.of(wrong)));
      assertTrue(refusal.getMessage().contains("markets"), refusal.getMessage());
    }
  }
}
