package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.learn.acting.EnsemblePolicy;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policies trained before act together, are gone on from, and are refused where they do not fit.
 */
class TrainedPoliciesTest {
  @TempDir Path folder;

  private Runner runner;

  @BeforeEach
  void open() {
    runner = new Runner(SmallRun.settings(folder));
  }

  private static ObjectNode config(String type) {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "system": "analytic",
                  "agent": {"type": "%s"},
                  "market": {
                    "dt": 0.02, "evaluation_windows": 2, "window_episodes": 2,
                    "actions": {"kind": "depths"}
                  },
                  "ppo": {"total_ticks": 400, "n_steps": 20, "hidden": [8]},
                  "a2c": {"total_ticks": 400, "hidden": [8]},
                  "cloning": {
                    "expert": "avellaneda_stoikov", "demonstrations": 800, "epochs": 2,
                    "hidden": [8], "dropout": 0.1
                  },
                  "evaluation": {"baselines": ["symmetric"]},
                  "execution": {"copies": 4, "device": "cpu"}
                }
                """
                    .formatted(type),
                "small run"));
  }

  private RunFolder run(String name, ObjectNode config) {
    RunFolder run = runner.create(folder.resolve(name), config, null);
    runner.start(run, e -> {}).ended().join();
    return run;
  }

  private RunFolder done(String name, ObjectNode config) {
    RunFolder run = run(name, config);
    assertEquals(RunState.DONE, run.record().state(), run.record().message());
    return run;
  }

  @Test
  void severalSeedsDecideByTheirMean() throws IOException {
    Path all = folder.resolve("seeds");
    SeedsWork work = new SeedsWork(runner, all, event -> {});
    RunFolder together = work.carryOut(config("cloning"), List.of(1L, 2L, 3L));
    List<NetworkPolicy> members =
        Stream.of(1, 2, 3)
            .map(seed -> TrainedPolicy.read(all.resolve("seed-" + seed + "/checkpoints/final")))
            .map(TrainedPolicy::policy)
            .toList();
    ExperimentConfig read = ConfigFiles.read(config("cloning"), "test");
    try (Market market =
        ConfigFiles.system("analytic")
            .open(read.market(), SmallRun.settings(folder).place(), read.seed(), null)) {
      double ours = reward(market, new EnsemblePolicy(members));
      assertEquals(ours, judgedReward(together), 1e-9);
      assertTrue(Math.abs(reward(market, members.getFirst()) - ours) > 1e-9);
    }
    assertEquals(together.path(), work.carryOut(config("cloning"), List.of(1L, 2L, 3L)).path());
    refuses(() -> work.carryOut(config("symmetric"), List.of(1L)), "configuration that learns");
    refuses(() -> work.carryOut(config("ppo"), List.of(1L, 1L)), "twice");
  }

  private static double reward(Market market, Policy policy) {
    return reward(market.evaluationWindows().stream().map(window -> market.run(policy, window)));
  }

  private static double judgedReward(RunFolder run) {
    return reward(
        new EvaluationStore(run.evaluation())
            .episodes().stream().filter(episode -> episode.policy().equals("cloning")));
  }

  private static double reward(Stream<Episode> episodes) {
    return episodes.flatMapToDouble(episode -> Arrays.stream(episode.reward())).sum();
  }

  private static void refuses(Runnable action, String words) {
    String message = String.valueOf(assertThrows(InputException.class, action::run).getMessage());
    assertTrue(message.contains(words), message);
  }

  /** The file of parameters alone, without what describes it. */
  @ParameterizedTest
  @ValueSource(strings = {"ppo", "a2c", "cloning"})
  void tensorsAloneActAsThePolicyTheyAreOf(String type) throws IOException {
    RunFolder trained = done("trained", config(type));
    Path own =
        Files.copy(
            trained.finalCheckpoint().resolve("policy.safetensors"),
            folder.resolve("own.safetensors"));
    RunFolder judged = done("judged", actingFrom(config(type), own));
    assertEquals(
        Files.readString(trained.evaluation().resolve("metrics.csv")),
        Files.readString(judged.evaluation().resolve("metrics.csv")));
    ObjectNode grid = actingFrom(config(type), own);
    ((ObjectNode) grid.at("/market/actions")).put("kind", "grid");
    RunFolder refused = run("refused", grid);
    assertEquals(RunState.FAILED, refused.record().state());
    String message = refused.record().message();
    assertTrue(message.contains("branch policy gives 2 numbers"), message);
  }

  private static ObjectNode actingFrom(ObjectNode config, Path checkpoint) {
    ((ObjectNode) config.get("agent"))
        .put("mode", "pretrained")
        .put("checkpoint", checkpoint.toString());
    return config;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "a2c"})
  void aCloneIsGoneOnFromWhereItFits(String type) {
    RunFolder clone = done("clone", config("cloning"));
    done("tuned", goingOnFrom(config(type), type, clone));
    ObjectNode otherActions = goingOnFrom(config(type), type, clone);
    ((ObjectNode) otherActions.at("/market/actions")).put("kind", "grid");
    assertFails("otherActions", otherActions, "The policy decides for 2 numbers");
    ObjectNode otherSights = goingOnFrom(config(type), type, clone);
    ((ObjectNode) otherSights.get("market")).put("model", "zero-intelligence");
    assertFails("otherSights", otherSights, "learnt from other observations");
    ObjectNode wider = goingOnFrom(config(type), type, clone);
    ((ObjectNode) wider.get(type)).putArray("hidden").add(9);
    assertFails("wider", wider, "policy.0.weight of shape [9");
    ObjectNode bent = goingOnFrom(config(type), type, clone);
    ((ObjectNode) bent.get(type)).put("activation", "relu");
    assertFails("bent", bent, "another activation than relu");
  }

  private static ObjectNode goingOnFrom(ObjectNode config, String type, RunFolder run) {
    ((ObjectNode) config.get(type)).put("load_path", run.path().toString());
    return config;
  }

  private void assertFails(String name, ObjectNode config, String words) {
    RunFolder failed = run(name, config);
    assertEquals(RunState.FAILED, failed.record().state());
    assertTrue(failed.record().message().contains(words), failed.record().message());
  }

  /** What a policy knows of its market goes with it: here how features were scaled. */
  @Test
  void aMarketShowsWhatItShowedToThePolicyBefore() throws IOException {
    RunFolder before = done("before", SmallRun.config());
    ObjectNode config = SmallRun.config();
    config.put("seed", 8); // another recording, to which other scales would be fitted
    ((ObjectNode) config.get("dqn")).put("load_path", before.path().toString());
    RunFolder after = done("after", config);
    assertEquals(
        TrainedPolicy.read(before.finalCheckpoint()).facts(),
        TrainedPolicy.read(after.finalCheckpoint()).facts());
    RunFolder fresh = done("fresh", SmallRun.config().put("seed", 8));
    assertNotEquals(
        TrainedPolicy.read(before.finalCheckpoint()).facts(),
        TrainedPolicy.read(fresh.finalCheckpoint()).facts());
  }
}
