package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Trainings that end before their time, keep their best policy, and are judged meanwhile. */
class StoppingTest {
  private static final int TOTAL_TICKS = 4000;

  @TempDir Path folder;

  private static ObjectNode config(String stopping, String evaluation) {
    return ConfigFiles.complete(
        Json.parse(
            """
            {
              "system": "analytic", "agent": {"type": "ppo"},
              "market": {"dt": 0.02, "evaluation_windows": 2, "window_episodes": 2},
              "ppo": {"total_ticks": %d, "n_steps": 20, "hidden": [8]},
              "stopping": {%s},
              "evaluation": {"baselines": ["symmetric"]%s},
              "execution": {"copies": 8, "checkpoint_ticks": 500, "device": "cpu"}
            }
            """
                .formatted(TOTAL_TICKS, stopping, evaluation),
            "small run"));
  }

  private RunFolder carryOut(String name, ObjectNode config) {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder run = runner.create(folder.resolve("runs").resolve(name), config, null);
    RunState end = runner.start(run, event -> {}).ended().join();
    assertEquals(RunState.DONE, end, run.record().message());
    return run;
  }

  private static double lastStep(RunFolder run) {
    double[] steps = MetricsTable.read(run.metrics()).column("value_loss").steps();
    return steps[steps.length - 1];
  }

  @Test
  void aTrainingEndsWhenItsMeanIsReachedAndSaysSo() {
    RunFolder run =
        carryOut("stopped", config("\"figure\": \"reward\", \"window\": 3, \"stop_at\": -1e9", ""));
    assertTrue(lastStep(run) < TOTAL_TICKS, "it ended at " + lastStep(run));
    assertEquals(3, MetricsTable.read(run.metrics()).column("reward").size());
    String words = run.record().message();
    assertTrue(words.contains("before its time") && words.contains("mean of reward over 3"), words);
  }

  @Test
  void theBestPolicyIsKeptAndCanBeJudged() {
    RunFolder run =
        carryOut(
            "kept", config("\"figure\": \"reward\", \"window\": 2, \"keep_best_from\": -1e9", ""));
    Path best = run.path().resolve("best");
    double[] rewards = MetricsTable.read(run.metrics()).column("reward").values();
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < rewards.length; i++) {
      highest = Math.max(highest, (rewards[i - 1] + rewards[i]) / 2);
    }
    assertEquals(highest, Json.read(best.resolve("best.json")).path("mean").asDouble(), 1e-12);
    ObjectNode judge = config("", "");
    ((ObjectNode) judge.get("agent")).put("mode", "pretrained").put("checkpoint", best.toString());
    carryOut("judged", judge);
  }

  @Test
  void aPolicyIsJudgedWhileItLearnsAndLearnsTheSame() throws IOException {
    RunFolder watched = carryOut("watched", config("", ", \"during_ticks\": 1000"));
    RunFolder alone = carryOut("alone", config("", ""));
    MetricsTable.Series judged = MetricsTable.read(watched.heldOut()).column("held_out_pnl");
    assertArrayEquals(new double[] {1000, 2000, 3000, 4000}, rounded(judged.steps()));
    assertFalse(Files.exists(alone.heldOut()));
    assertEquals(Files.readString(alone.metrics()), Files.readString(watched.metrics()));
  }

  /** A judgement comes with the first step at or after its time. */
  private static double[] rounded(double[] steps) {
    double[] thousands = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      thousands[i] = 1000 * Math.floor(steps[i] / 1000);
    }
    return thousands;
  }

  @Test
  void aCriterionGoesOnWithTheRowsOfACheckpoint() {
    StoppingConfig wanted = new StoppingConfig(StoppingConfig.Figure.EPISODE_REWARD, 3, 2.0, 1.0);
    MetricsTable.Series earlier =
        new MetricsTable.Series(new double[] {10, 20, 30}, new double[] {9, 1, 2}).upTo(20);
    Criterion resumed = new Criterion(wanted, earlier);
    assertFalse(resumed.isMet(), "two rows are no window of three");
    resumed.hear(new ProgressEvent.Metrics(30, Map.of("loss", 7.0)));
    assertTrue(Double.isNaN(resumed.worthKeeping()), "other figures do not count");
    resumed.hear(new ProgressEvent.Metrics(40, Map.of("episode_reward", -7.0)));
    assertEquals(1, resumed.worthKeeping());
    assertTrue(Double.isNaN(resumed.worthKeeping()), "each mean is kept once");
    resumed.hear(new ProgressEvent.Metrics(50, Map.of("episode_reward", 12.0)));
    assertTrue(resumed.isMet());
  }
}
