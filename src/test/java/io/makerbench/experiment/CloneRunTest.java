package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.ExitCriterion;
import io.makerbench.learn.cloning.ActionErrors;
import io.makerbench.storage.FolderTree;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.perp.Dataset;
import io.makerbench.system.perp.DatasetJob;
import io.makerbench.system.perp.PerpConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs of clones: what they leave, how they are judged, and that both experts' clones pass. */
class CloneRunTest {
  @TempDir private Path folder;

  private static ObjectNode config(String cloning) {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "label": "clone",
                  "system": "perp",
                  "agent": { "type": "cloning", "mode": "train" },
                  "market": {
                    "randomisation": "mild", "max_ticks": 100, "evaluation_windows": 1
                  },
                  "cloning": {
                    "demonstrations": 3000, "epochs": 12, "lr": 0.002, "batch_size": 64,
                    "holdout_share": 0.1, "test_share": 0.1, "rollouts": 20,
                    "hidden": [64, 64], "activation": "relu", %s
                  },
                  "evaluation": { "baselines": ["heuristic"] },
                  "execution": { "copies": 30, "device": "cpu" }
                }
                """
                    .formatted(cloning),
                "clone"));
  }

  private RunFolder carryOut(String name, ObjectNode config) {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder run = runner.create(folder.resolve(name), config, null);
    runner.start(run, event -> {}).ended().join();
    assertEquals(RunState.DONE, run.record().state(), run.record().message());
    return run;
  }

  private static CloneEvaluation evaluation(RunFolder run) {
    return Clones.evaluation(run).orElseThrow();
  }

  private Path dataset(String name, String expert) {
    Path target = folder.resolve(name);
    PerpConfig market = (PerpConfig) ConfigFiles.read(config("\"expert\": null"), "test").market();
    Dataset.write(
        market, new Place(null, Path.of(".")), new DatasetJob(30, 2, 5, expert, 0), target);
    return target;
  }

  @ParameterizedTest
  @ValueSource(strings = {"heuristic", "modulating"})
  void theClonesOfBothExpertsMeetTheExitCriteria(String expert) throws IOException {
    RunFolder run = carryOut("run", config("\"expert\": \"" + expert + "\""));
    CloneEvaluation judged = evaluation(run);
    assertEquals(expert, judged.expert());
    assertEquals(
        List.of("action_mae", "kill_rate", "mean_pnl"),
        judged.exitCriteria().stream().map(ExitCriterion::name).toList());
    assertTrue(judged.passed(), judged.toJson());
    assertEquals("mild", judged.conditions().get("preset"));
    assertEquals("corrected", judged.conditions().get("mode"));
    assertEquals("1", judged.conditions().get("rollout_seed"));
    assertEquals("42", judged.conditions().get("training_seed"));
    ActionErrors errors = Objects.requireNonNull(judged.holdout());
    assertEquals(21, errors.perDimMae().size());
    assertEquals(300, errors.nSamples());
    assertEquals(Math.sqrt(errors.mse()), errors.rmse());
    String page = Files.readString(run.report().resolve("report.html"));
    assertTrue(page.contains("The clone meets all 3 exit criteria"));
    assertTrue(page.contains("preset mild") && page.contains("rollout seed 1"));
  }

  @Test
  void theTrainingIsDescribedAndDrawn() throws IOException {
    RunFolder run = carryOut("run", config("\"expert\": \"modulating\""));
    JsonNode facts = Json.read(run.trainingMetadata());
    assertEquals(92, facts.get("obs_dim").asInt());
    assertEquals(21, facts.get("action_dim").asInt());
    assertEquals(3000, samples(facts));
    assertEquals(300, facts.get("test_samples").asInt());
    assertEquals(92 * 64 + 64 + 64 * 64 + 64 + 64 * 21 + 21, facts.get("n_params").asInt());
    assertEquals(12, facts.get("train_losses").size());
    assertEquals(
        facts.get("final_val_loss").asDouble(), facts.get("val_losses").get(11).asDouble());
    BufferedImage picture = ImageIO.read(run.trainingCurves().toFile());
    assertNotNull(picture);
    assertEquals(1800, picture.getWidth());
    assertTrue(picture.getRGB(5, 5) == 0xFFFFFFFF, "white paper");
  }

  private static int samples(JsonNode facts) {
    return facts.get("train_samples").asInt()
        + facts.get("val_samples").asInt()
        + facts.get("test_samples").asInt();
  }

  @Test
  void aCloneLearnsFromADatasetOnDisk() {
    Path data = dataset("data", "modulating");
    RunFolder run = carryOut("run", config("\"dataset\": \"" + data + "\""));
    JsonNode facts = Json.read(run.trainingMetadata());
    assertEquals(3000, samples(facts));
    assertEquals(5, facts.get("data_metadata").get("base_seed").asInt());
    CloneEvaluation judged = evaluation(run);
    assertEquals("modulating", judged.expert(), "the dataset says who acted");
    assertEquals("last 10 % of the dataset " + data, judged.conditions().get("holdout"));
    assertTrue(judged.passed(), judged.toJson());

    CloneExam again = new CloneExam(true, data, 0, 1);
    CloneEvaluation examined = Clones.judge(run, SmallRun.settings(folder), again);
    assertEquals(judged.holdout(), examined.holdout(), "the last tenth is the same both ways");
    assertEquals(1, examined.exitCriteria().size());
  }

  /** Neither what is learnt from a dataset nor what is recorded lies in the checkpoint. */
  @Test
  void aStoppedCloneGoesOnToTheSameBytes() throws IOException {
    Path data = dataset("data", "modulating");
    int n = 0;
    for (String source : List.of("\"expert\": \"modulating\"", "\"dataset\": \"" + data + "\"")) {
      RunFolder whole = carryOut("whole" + n, config(source));
      Runner runner = new Runner(SmallRun.settings(folder));
      RunFolder stopped = runner.create(folder.resolve("stopped" + n++), config(source), null);
      CompletableFuture<RunHandle> handle = new CompletableFuture<>();
      handle.complete(runner.start(stopped, event -> stopAtMetrics(event, handle)));
      assertEquals(RunState.STOPPED, handle.join().ended().join());
      long bytes = Files.size(stopped.newestCheckpoint().orElseThrow().resolve("trainer.bin"));
      assertTrue(bytes < 3000 * 10, bytes + " bytes for 3,000 rows of 113 numbers");
      assertEquals(RunState.DONE, runner.start(stopped, event -> {}).ended().join());
      assertEquals(SmallRun.bytes(whole), SmallRun.bytes(stopped));
    }
  }

  private static void stopAtMetrics(ProgressEvent event, CompletableFuture<RunHandle> handle) {
    if (event instanceof ProgressEvent.Metrics) {
      handle.join().stop();
    }
  }

  @Test
  void aDatasetThatChangedOrIsGoneIsRefusedInWords() throws IOException {
    Path data = dataset("data", "modulating");
    RunFolder run = carryOut("run", config("\"dataset\": \"" + data + "\""));
    Path actions = data.resolve("actions.npy");
    byte[] bytes = Files.readAllBytes(actions);
    bytes[bytes.length - 2] ^= 1; // one number is a little off
    Files.write(actions, bytes);
    assertTrue(refused(run).contains("its files have changed"), refused(run));
    FolderTree.delete(data);
    assertTrue(refused(run).contains("learns from, is gone. Put it back"), refused(run));
  }

  private String refused(RunFolder run) {
    CloneExam exam = new CloneExam(true, null, 0, 1);
    return assertThrows(
            InputException.class, () -> Clones.judge(run, SmallRun.settings(folder), exam))
        .getMessage();
  }

  @Test
  void aDatasetOfAnotherExpertOrVersionEndsTheRunInWords() {
    Path data = dataset("data", "heuristic");
    String both = "\"expert\": \"modulating\", \"dataset\": \"" + data + "\"";
    assertTrue(failed("a", config(both)).contains("cloning.expert is modulating, but the dataset"));
    ObjectNode other = config("\"dataset\": \"" + data + "\"");
    ((ObjectNode) other.get("market")).put("obs_version", 1);
    String words = failed("b", other);
    assertTrue(words.contains("has obs_version 2, but market.obs_version is 1"), words);
  }

  private String failed(String name, ObjectNode config) {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder run = runner.create(folder.resolve(name), config, null);
    runner.start(run, event -> {}).ended().join();
    assertEquals(RunState.FAILED, run.record().state());
    return run.record().message();
  }

  /** The same clone and the same episodes give the same bytes; another seed other episodes. */
  @Test
  void judgingAgainGivesTheSameBytes() throws IOException {
    RunFolder run = carryOut("run", config("\"expert\": \"heuristic\""));
    byte[] first = Files.readAllBytes(run.cloneEvaluation());
    Settings settings = SmallRun.settings(folder);
    Clones.judge(run, settings, new CloneExam(true, null, 20, 1));
    assertEquals(new String(first), Files.readString(run.cloneEvaluation()));
    CloneEvaluation other = Clones.judge(run, settings, new CloneExam(false, null, 20, 2));
    assertTrue(other.holdout() == null);
    double before =
        Objects.requireNonNull(CloneEvaluation.fromJson(new String(first), "a").rollout())
            .expert()
            .meanPnl();
    double after = Objects.requireNonNull(other.rollout()).expert().meanPnl();
    assertTrue(before != after);
  }

  /** A loss limit that noise reaches kills the expert too: the ratio of kill rates decides. */
  @Test
  void killsAreCounted() {
    ObjectNode config = config("\"expert\": \"heuristic\"");
    ((ObjectNode) config.get("market")).put("loss_limit", 1).put("initial_position", 10);
    CloneEvaluation judged = evaluation(carryOut("run", config));
    ExitCriterion kills = judged.exitCriteria().get(1);
    assertTrue(kills.expert() > 0, judged.toJson());
    assertTrue(kills.rule().contains("1.1 times"), kills.rule());
    assertTrue(Objects.requireNonNull(judged.rollout()).expert().meanLength() < 100);
  }

  @Test
  void otherRunsHaveNoClone() {
    RunFolder run =
        new Runner(SmallRun.settings(folder)).create(folder.resolve("r"), SmallRun.config(), null);
    String words =
        assertThrows(
                InputException.class,
                () -> Clones.judge(run, SmallRun.settings(folder), new CloneExam(true, null, 0, 1)))
            .getMessage();
    assertTrue(words.contains("trains no clone: its agent is dqn"), words);
  }
}
