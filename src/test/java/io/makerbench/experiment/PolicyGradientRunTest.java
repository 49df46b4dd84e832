package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs of PPO and A2C by their configurations, evaluation included. */
class PolicyGradientRunTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"ppo, grid, 0", "ppo, depths, 8", "a2c, depths, 0"})
  void aRunLearnsJudgesAndKeepsItsPolicy(String type, String actions, int gruUnits) {
    ObjectNode config = config(type, actions, gruUnits);
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder run = runner.create(folder.resolve("run"), config, null);
    assertEquals(RunState.DONE, runner.start(run, e -> {}).ended().join());
    MetricsTable metrics = MetricsTable.read(run.path().resolve("metrics.csv"));
    assertTrue(metrics.column("value_loss").size() > 0);
    ObjectNode again = config.deepCopy();
    ((ObjectNode) again.get("agent"))
        .put("mode", "pretrained")
        .put("checkpoint", run.path().toString());
    RunFolder judged = runner.create(folder.resolve("judged"), again, null);
    assertEquals(RunState.DONE, runner.start(judged, e -> {}).ended().join());
  }

  /** A network's hedge weights hardly ever add up to 1: all its actions are corrected. */
  @Test
  void correctionsOfActionsAreCurvesWhateverWasInterrupted() throws IOException {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder whole = runner.create(folder.resolve("whole"), perp(), null);
    assertEquals(RunState.DONE, runner.start(whole, e -> {}).ended().join());
    MetricsTable.Series scaled =
        MetricsTable.read(whole.actions()).column("corrected_weights_scaled");
    assertTrue(scaled.size() > 5);
    for (double rate : scaled.values()) {
      assertEquals(1, rate, 0.01);
    }
    String report = Files.readString(whole.report().resolve("report.html"));
    assertTrue(report.contains("while the policy learned, times a decision: weights scaled 1"));
    assertTrue(report.contains("Corrected a decision: weights scaled"));

    RunFolder stopped = runner.create(folder.resolve("stopped"), perp(), null);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    handle.complete(
        runner.start(
            stopped,
            event -> {
              if (event instanceof ProgressEvent.Metrics) {
                handle.join().stop();
              }
            }));
    assertEquals(RunState.STOPPED, handle.join().ended().join());
    assertEquals(RunState.DONE, runner.start(stopped, e -> {}).ended().join());
    assertEquals(SmallRun.bytes(whole), SmallRun.bytes(stopped));
  }

  private static ObjectNode perp() {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "system": "perp",
                  "agent": {"type": "ppo"},
                  "market": {"max_ticks": 30, "evaluation_windows": 1},
                  "ppo": {"total_ticks": 2000, "n_steps": 10, "hidden": [8]},
                  "evaluation": {"baselines": ["heuristic"]},
                  "execution": {"copies": 8, "checkpoint_ticks": 500, "device": "cpu"}
                }
                """,
                "small run"));
  }

  private static ObjectNode config(String type, String actions, int gruUnits) {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "system": "analytic",
                  "agent": {"type": "%s"},
                  "market": {
                    "dt": 0.02, "evaluation_windows": 2, "window_episodes": 2,
                    "actions": {"kind": "%s"}
                  },
                  "%s": {"total_ticks": 2000, "n_steps": 20, "gru_units": %d, "hidden": [8]},
                  "evaluation": {"baselines": ["symmetric"]},
                  "execution": {"copies": 8, "checkpoint_ticks": 500, "device": "cpu"}
                }
                """
                    .formatted(type, actions, type, gruUnits),
                "small run"));
  }
}
