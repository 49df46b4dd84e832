package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs whose training goes wrong: what is kept, what is said, and what is judged. */
@Timeout(120)
class DangerousRunTest {
  @TempDir private Path folder;
  private Runner runner;

  @BeforeEach
  void open() {
    runner = new Runner(SmallRun.settings(folder));
  }

  /** A policy that never learns takes one action from the moment it explores no more. */
  private static ObjectNode collapsing(String stopOn) {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "system": "control", "agent": {"type": "dqn"},
                  "market": {"problem": "identity", "evaluation_windows": 2, "window_episodes": 1},
                  "dqn": {"lr": 0, "hidden": [1], "min_replay": 1, "mdp_step_warmup": 0,
                    "batch_size": 8, "epsilon_warmup_ticks": 2000, "epsilon_share": 0.3,
                    "num_episodes": 80, "gamma": 0},
                  "evaluation": {"baselines": ["random"]},
                  "execution": {"device": "cpu", "checkpoint_ticks": 300, "stop_on": [%s]}
                }
                """
                    .formatted(stopOn),
                "collapsing run"));
  }

  /** Rewards whose squares are no numbers. */
  private static ObjectNode diverging(String stopOn) {
    ObjectNode config = collapsing(stopOn);
    ((ObjectNode) config.get("agent")).put("type", "ppo");
    ((ObjectNode) config.get("ppo"))
        .put("total_ticks", 2000)
        .put("n_steps", 800)
        .put("reward_scale", 1e200);
    return config;
  }

  private RunFolder run(String name, ObjectNode config, RunState expected) {
    RunFolder run = runner.create(folder.resolve(name), config, null);
    assertEquals(expected, runner.start(run, e -> {}).ended().join());
    return run;
  }

  @Test
  void aDangerIsToldButStopsNothingUnlessAskedTo() {
    RunFolder run = run("told", collapsing(""), RunState.DONE);
    Finding collapse = collapse(run);
    assertTrue(collapse.since() < collapse.step());
    assertTrue(run.record().message().contains("collapsed_policy"), run.record().message());
    String report = read(run.report().resolve("report.html"));
    assertTrue(report.contains("What training showed"));
    assertTrue(report.contains("Mind that at the end of its training"));
  }

  @Test
  void theRunEndsWithItsLastCheckpointFromBeforeTheDanger() {
    RunFolder run = run("stopped", collapsing("\"collapsed_policy\""), RunState.STOPPED);
    Finding collapse = collapse(run);
    String message = run.record().message();
    assertTrue(message.startsWith("Training was stopped by execution.stop_on"), message);
    long kept = CheckpointStore.step(run.finalCheckpoint());
    assertTrue(message.contains("step " + kept), message);
    assertTrue(kept <= collapse.since() && kept > collapse.since() - 400, kept + " " + collapse);
    assertTrue(run.newestCheckpoint().isEmpty());
    assertEquals(RunState.DONE, runner.start(run, e -> {}).ended().join());
    assertTrue(run.record().message().startsWith("Training was stopped"), "said of what is judged");
    assertTrue(read(run.report().resolve("report.html")).contains("Training was stopped"));
  }

  @Test
  void withoutACheckpointFromBeforeNothingIsKept() {
    ObjectNode config = collapsing("\"collapsed_policy\"");
    ((ObjectNode) config.get("execution")).put("checkpoint_ticks", 100_000);
    RunFolder run = run("early", config, RunState.STOPPED);
    assertTrue(run.record().message().contains("execution.checkpoint_ticks"));
    assertFalse(Files.exists(run.finalCheckpoint()));
  }

  @Test
  void findingsAreTheSameAfterAStop() throws IOException {
    RunFolder undisturbed = run("a", collapsing(""), RunState.DONE);
    RunFolder disturbed = runner.create(folder.resolve("b"), collapsing(""), null);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    handle.complete(
        runner.start(
            disturbed,
            event -> {
              if (event instanceof ProgressEvent.Warning) {
                handle.join().stop();
              }
            }));
    assertEquals(RunState.STOPPED, handle.join().ended().join());
    assertEquals(RunState.DONE, runner.start(disturbed, e -> {}).ended().join());
    assertEquals(SmallRun.bytes(undisturbed), SmallRun.bytes(disturbed));
  }

  @Test
  void aTrainingThatDivergesIsNeverJudged() {
    RunFolder run = run("diverged", diverging(""), RunState.FAILED);
    Finding last = Findings.read(run.warnings()).getLast();
    assertEquals(FindingKind.DIVERGED, last.kind());
    assertTrue(run.record().message().contains("is kept: "), run.record().message());
    assertTrue(run.newestCheckpoint().isPresent());
    assertFalse(Files.exists(run.finalCheckpoint()));
    assertEquals(600, CheckpointStore.step(run.newestCheckpoint().orElseThrow()));
    RunFolder stopped = run("stopped", diverging("\"diverged\""), RunState.STOPPED);
    assertTrue(CheckpointStore.step(stopped.finalCheckpoint()) <= last.since());
  }

  @Test
  void aNameThatIsNoDangerIsRefusedWithThoseThereAre() {
    ObjectNode config = collapsing("\"boredom\"");
    InputException refused =
        assertThrows(InputException.class, () -> ConfigFiles.read(config, "config.json"));
    assertTrue(refused.getMessage().contains("\"boredom\""), refused.getMessage());
    assertTrue(refused.getMessage().contains("never_trades"), refused.getMessage());
  }

  private static Finding collapse(RunFolder run) {
    List<Finding> found =
        Findings.read(run.warnings()).stream()
            .filter(finding -> finding.kind() == FindingKind.COLLAPSED_POLICY)
            .toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
