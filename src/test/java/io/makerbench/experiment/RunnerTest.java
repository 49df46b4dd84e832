package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.storage.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RunnerTest {
  @TempDir private Path folder;
  private Runner runner;

  @BeforeEach
  void open() {
    runner = new Runner(SmallRun.settings(folder));
  }

  @Test
  void aRunLeavesAWholeFolder() {
    List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
    double before = Math.floor(System.currentTimeMillis() / 1e3);
    RunFolder run = runner.create(folder.resolve("a"), SmallRun.config(), null);
    assertEquals(RunState.DONE, runner.start(run, events::add).ended().join());
    RunRecord record = run.record();
    assertEquals(RunState.DONE, record.state());
    assertEquals("cpu", record.device());
    assertEquals(1, record.trials());
    MetricsTable metrics = MetricsTable.read(run.metrics());
    assertTrue(metrics.column("loss").size() > 0);
    assertEquals(
        metrics.column("epsilon").size(),
        events.stream().filter(ProgressEvent.Metrics.class::isInstance).count());
    MetricsTable.Series clock = MetricsTable.read(run.timing()).column("clock");
    assertTrue(clock.size() > 0 && clock.values()[0] >= before, "when it learned");
    assertLogged(run, metrics);
    EvaluationStore evaluation = new EvaluationStore(run.evaluation());
    assertEquals(6, evaluation.metrics().size(), "3 policies on 2 windows");
    assertEquals(2, evaluation.comparison().orElseThrow().pairings().size());
    assertTrue(Footages.of(run, evaluation.metrics().getFirst().window()).isPresent());
  }

  private static void assertLogged(RunFolder run, MetricsTable metrics) {
    MetricsTable episodes = MetricsTable.read(run.path().resolve("logs/episodes.csv"));
    assertArrayEquals(new double[] {1, 2}, episodes.column("episode").values());
    MetricsTable steps = MetricsTable.read(run.path().resolve("logs/steps.csv"));
    double[] decisions = episodes.column("decisions").values();
    assertEquals(decisions[1], steps.column("action").size(), "a row for each decision");
    assertEquals(
        Arrays.stream(steps.column("reward").values()).sum(),
        Arrays.stream(episodes.column("reward").values()).sum(),
        1e-9);
    int greedy = steps.column("q").size();
    assertTrue(greedy > 0 && greedy < decisions[1], greedy + " greedy decisions");
    double[] updates = metrics.column("updates").values();
    assertTrue(episodes.column("updates").values()[1] <= updates[updates.length - 1]);
  }

  @Test
  void logsThatAreNotAskedForAreNotWritten() {
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("dqn")).put("episode_logging", false).put("step_logging", false);
    RunFolder run = runner.create(folder.resolve("a"), config, null);
    assertEquals(RunState.DONE, runner.start(run, e -> {}).ended().join());
    assertFalse(Files.exists(run.path().resolve("logs")));
  }

  @Test
  void thePolicyIsCopiedEvenWhenTheRunWasCutOffAfterItsTraining() throws IOException {
    Path copy = folder.resolve("copy");
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("dqn")).put("save_path", copy.toString());
    RunFolder run = runner.create(folder.resolve("a"), config, null);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    handle.complete(
        runner.start(
            run,
            event -> {
              if (event instanceof ProgressEvent.PhaseChange(Phase phase)
                  && phase == Phase.EVALUATE) {
                handle.join().stop();
              }
            }));
    assertEquals(RunState.STOPPED, handle.join().ended().join());
    for (String name : List.of("policy.safetensors", "policy.json")) {
      Files.delete(copy.resolve(name));
    }
    assertEquals(RunState.DONE, runner.start(run, e -> {}).ended().join());
    assertTrue(Files.exists(copy.resolve("policy.json")));
  }

  @Test
  void sameSeedAndConfigGiveTheSameBytesWhateverWasAskedInBetween() throws IOException {
    RunFolder undisturbed = runner.create(folder.resolve("a"), SmallRun.config(), null);
    assertEquals(RunState.DONE, runner.start(undisturbed, e -> {}).ended().join());
    RunFolder disturbed = runner.create(folder.resolve("b"), SmallRun.config(), null);
    CompletableFuture<RunHandle> handle = new CompletableFuture<>();
    handle.complete(runner.start(disturbed, event -> pauseAndGoOn(event, handle)));
    assertEquals(RunState.DONE, handle.join().ended().join());
    assertEquals(SmallRun.bytes(undisturbed), SmallRun.bytes(disturbed));
  }

  @Test
  void twoThreadsOfArithmeticGiveTheSameBytesTwice() throws IOException {
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("execution")).put("threads", 2);
    RunFolder first = runner.create(folder.resolve("a"), config, null);
    RunFolder second = runner.create(folder.resolve("b"), config, null);
    assertEquals(RunState.DONE, runner.start(first, e -> {}).ended().join());
    assertEquals(RunState.DONE, runner.start(second, e -> {}).ended().join());
    assertEquals(SmallRun.bytes(first), SmallRun.bytes(second));
  }

  private static void pauseAndGoOn(ProgressEvent event, CompletableFuture<RunHandle> handle) {
    if (event instanceof ProgressEvent.Metrics metrics && metrics.step() < 400) {
      handle.join().pause();
    }
    if (event instanceof ProgressEvent.State state && state.state() == RunState.PAUSED) {
      handle.join().resume();
    }
  }

  @Test
  void aStoppedRunGoesOnToTheSameBytes() throws IOException {
    RunFolder undisturbed = runner.create(folder.resolve("a"), SmallRun.config(), null);
    runner.start(undisturbed, e -> {}).ended().join();
    RunFolder stopped = runner.create(folder.resolve("b"), SmallRun.config(), null);
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
    assertFalse(Files.exists(stopped.finalCheckpoint()));
    assertTrue(stopped.newestCheckpoint().isPresent());
    assertEquals(RunState.DONE, runner.start(stopped, e -> {}).ended().join());
    assertEquals(SmallRun.bytes(undisturbed), SmallRun.bytes(stopped));
  }

  @Test
  void aTrainedPolicyIsJudgedAgainByARunOfItsOwn() throws IOException {
    RunFolder trained = runner.create(folder.resolve("a"), SmallRun.config(), null);
    runner.start(trained, e -> {}).ended().join();
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("agent"))
        .put("mode", "pretrained")
        .put("checkpoint", trained.path().toString());
    RunFolder judged = runner.create(folder.resolve("b"), config, null);
    assertEquals(RunState.DONE, runner.start(judged, e -> {}).ended().join());
    assertEquals(
        Files.readString(trained.evaluation().resolve("metrics.csv")),
        Files.readString(judged.evaluation().resolve("metrics.csv")));
    assertEquals(2, judged.record().trials());
  }

  @Test
  void aPolicyWithOtherObservationsIsRefusedInWords() {
    RunFolder trained = runner.create(folder.resolve("a"), SmallRun.config(), null);
    runner.start(trained, e -> {}).ended().join();
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("agent"))
        .put("mode", "pretrained")
        .put("checkpoint", trained.path().toString());
    ((ObjectNode) config.at("/market/features")).put("inventory", false);
    RunFolder judged = runner.create(folder.resolve("b"), config, null);
    assertEquals(RunState.FAILED, runner.start(judged, e -> {}).ended().join());
    String message = judged.record().message();
    assertTrue(message.contains("inventory"), message);
  }

  /** The module gives each observation the same eight numbers, of which the first is largest. */
  @Test
  void aModuleOfTheUsersOwnIsJudged() throws IOException {
    RunFolder judged = judgedModule("always-first.pt");
    assertEquals(RunState.DONE, judged.record().state(), judged.record().message());
    String metrics = Files.readString(judged.evaluation().resolve("metrics.csv"));
    assertTrue(metrics.contains("torchscript"), metrics);
  }

  @Test
  void aModuleForOtherObservationsIsRefusedInWords() {
    RunFolder judged = judgedModule("scripted.pt");
    assertEquals(RunState.FAILED, judged.record().state());
    String message = judged.record().message();
    assertTrue(message.contains("its first layer takes 3"), message);
  }

  private RunFolder judgedModule(String name) {
    ObjectNode config = SmallRun.config();
    ((ObjectNode) config.get("agent"))
        .put("mode", "pretrained")
        .put("checkpoint", "src/test/resources/learn/" + name);
    RunFolder judged = runner.create(folder.resolve("judged"), config, null);
    runner.start(judged, e -> {}).ended().join();
    return judged;
  }

  @Test
  void aFolderThatHoldsSomethingIsNotTaken() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "years of work");
    InputException thrown =
        assertThrows(InputException.class, () -> runner.create(folder, SmallRun.config(), null));
    assertTrue(thrown.getMessage().contains("--out"), thrown.getMessage());
  }

  @Test
  void aRunAtWorkIsNotCarriedOutTwice() {
    RunFolder run = runner.create(folder.resolve("a"), SmallRun.config(), null);
    try (ProcessLock _ = RunLock.take(run)) {
      assertTrue(RunLock.isHeld(run));
      assertThrows(InputException.class, () -> RunLock.take(run));
    }
    assertFalse(RunLock.isHeld(run));
  }
}
