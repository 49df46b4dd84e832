package io.makerbench.learn.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DqnTrainerTest {
  private static final int TEST_EPISODES = 20;
  private static final double PASS_MARK = 90;

  @TempDir Path folder;

  @Test
  void learnsTheIdentity() {
    try (IdentityEnv env = new IdentityEnv(1, 1);
        DqnTrainer trainer = trainer(new DqnConfigs(), env, new RecordedProgress())) {
      finish(trainer);
      assertEquals(new DqnTrainer.Progress(1200, 1200), trainer.progress());
      assertTrue(score(trainer.policy()) >= PASS_MARK, "score " + score(trainer.policy()));
    }
  }

  /** Without a bootstrap from cut-off states the value would be less than 10. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void valuesOfCutOffEpisodesAreThoseOfEndlessOnes(int nStep) {
    DqnConfigs config = new DqnConfigs();
    config.nStep = nStep;
    config.gamma = 0.9;
    config.episodes = 40;
    RecordedProgress progress = new RecordedProgress();
    try (VectorEnv env = Problem.ENDLESS.env(1, 1, "training");
        DqnTrainer trainer = new DqnTrainer(config.build(), env, 1, Compute.CPU, progress)) {
      finish(trainer);
    }
    Matcher value = Pattern.compile("q_mean=([0-9.]+)").matcher(progress.rows.getLast());
    assertTrue(value.find(), progress.rows.getLast());
    assertEquals(10, Double.parseDouble(value.group(1)), 0.3);
  }

  @Test
  void learnsTheIdentityByEveryOption() {
    DqnConfigs config = new DqnConfigs();
    config.prioritised = true;
    config.hardSync = true;
    config.nStep = 2;
    config.dueling = false;
    config.huber = false;
    config.doubleDqn = false;
    try (IdentityEnv env = new IdentityEnv(3, 1);
        DqnTrainer trainer = trainer(config, env, new RecordedProgress())) {
      finish(trainer);
      assertTrue(score(trainer.policy()) >= PASS_MARK, "score " + score(trainer.policy()));
    }
  }

  @Test
  void sameSeedGivesSameBytes() throws IOException {
    trainWithCutAfter(0, "one", shortTraining());
    trainWithCutAfter(0, "two", shortTraining());
    assertSameFiles(folder.resolve("one"), folder.resolve("two"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20, 57, 100, 131, 299})
  void resumedTrainingGivesTheBytesOfAnUninterruptedOne(int cut) throws IOException {
    List<String> whole = trainWithCutAfter(0, "whole", shortTraining());
    List<String> resumed = trainWithCutAfter(cut, "resumed", shortTraining());
    assertEquals(whole, resumed);
    assertSameFiles(folder.resolve("whole"), folder.resolve("resumed"));
  }

  @Test
  void resumedTrainingWithEveryOptionGivesTheSameBytes() throws IOException {
    DqnConfigs config = shortTraining();
    config.prioritised = true;
    config.nStep = 3;
    config.capacity = 64;
    List<String> whole = trainWithCutAfter(0, "whole", config);
    assertEquals(whole, trainWithCutAfter(83, "resumed", config));
    assertSameFiles(folder.resolve("whole"), folder.resolve("resumed"));
  }

  private static DqnConfigs shortTraining() {
    DqnConfigs config = new DqnConfigs();
    config.episodes = 6;
    config.minReplay = 20;
    config.trainFreq = 3;
    config.timeBased = true;
    config.capacity = 150;
    config.hidden = List.of(16, 8);
    return config;
  }

  /** Trains two copies to the end, saved and restored after some advances; 0 for no cut. */
  private List<String> trainWithCutAfter(int advances, String name, DqnConfigs config)
      throws IOException {
    RecordedProgress progress = new RecordedProgress();
    DqnTrainer trainer = trainer(config, new IdentityEnv(2, 5), progress);
    if (advances > 0) {
      for (int i = 0; i < advances; i++) {
        trainer.advance();
      }
      Path cut = folder.resolve(name + "-cut");
      trainer.save(cut, "four states", "{}");
      trainer.close();
      IdentityEnv another = new IdentityEnv(2, 99);
      trainer = DqnTrainer.restore(cut, config.build(), another, Compute.CPU, progress);
    }
    finish(trainer);
    trainer.save(folder.resolve(name), "four states", "{}");
    trainer.close();
    return progress.rows;
  }

  @Test
  void checkpointCarriesThePolicyAndWhatItSaw() throws IOException {
    try (IdentityEnv env = new IdentityEnv(1, 1);
        DqnTrainer trainer = trainer(shortTraining(), env, new RecordedProgress())) {
      finish(trainer);
      trainer.save(folder.resolve("c"), "four states", "{\"scale\": 1}");
      TrainedPolicy read = TrainedPolicy.read(folder.resolve("c"));
      assertEquals("four states", read.fingerprint());
      assertEquals("{\"scale\": 1}", read.facts());
      assertArrayEquals(trainer.policy().parameters(), read.policy().parameters());
    }
  }

  @Test
  void savingAgainReplacesTheCheckpointAndLeavesNothingElse() throws IOException {
    try (IdentityEnv env = new IdentityEnv(1, 1);
        DqnTrainer trainer = trainer(shortTraining(), env, new RecordedProgress())) {
      trainer.save(folder.resolve("c"), "old", "{}");
      trainer.save(folder.resolve("c"), "new", "{}");
    }
    assertEquals("new", TrainedPolicy.read(folder.resolve("c")).fingerprint());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("c")), left.toList());
    }
  }

  @Test
  void restoringRefusesADamagedCheckpointAndOtherSettings() throws IOException {
    DqnConfigs config = shortTraining();
    Path saved = folder.resolve("c");
    try (DqnTrainer trainer = trainer(config, new IdentityEnv(1, 1), new RecordedProgress())) {
      trainer.save(saved, "", "{}");
    }
    DqnConfigs wider = shortTraining();
    wider.hidden = List.of(64);
    assertRefused(wider, 1, saved, "this training needs");
    assertRefused(config, 2, saved, "damaged, or was written by a training with other settings");
    Path state = saved.resolve("trainer.bin");
    byte[] bytes = Files.readAllBytes(state);
    Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(config, 1, saved, "trainer.bin is damaged");
    Files.write(state, bytes);
    Files.delete(saved.resolve("optimizer.safetensors"));
    assertRefused(config, 1, saved, "optimizer.safetensors");
    Files.delete(state);
    assertRefused(config, 1, saved, "There is no checkpoint");
  }

  private static void assertRefused(DqnConfigs config, int copies, Path saved, String message) {
    InputException refusal =
        assertThrows(
            InputException.class,
            () ->
                DqnTrainer.restore(
                    saved,
                    config.build(),
                    new IdentityEnv(copies, 1),
                    Compute.CPU,
                    new RecordedProgress()));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  @Test
  void startsFromACheckpoint() throws IOException {
    DqnConfigs config = shortTraining();
    float[] trained;
    try (DqnTrainer trainer = trainer(config, new IdentityEnv(1, 1), new RecordedProgress())) {
      finish(trainer);
      trained = trainer.policy().parameters();
      trainer.save(folder.resolve("c"), "", "{}");
    }
    config.loadPath = folder.resolve("c").toString();
    try (DqnTrainer next = trainer(config, new IdentityEnv(1, 2), new RecordedProgress())) {
      assertArrayEquals(trained, next.policy().parameters());
    }
  }

  @Test
  void learnsOnlyAfterTheWarmUpAndOnceATickOfEveryTenthDecision() {
    DqnConfigs config = new DqnConfigs();
    config.minReplay = 30;
    config.warmup = 25;
    config.trainFreq = 10;
    config.episodes = 1;
    RecordedProgress progress = new RecordedProgress();
    try (DqnTrainer trainer = trainer(config, new IdentityEnv(1, 1), progress)) {
      finish(trainer);
    }
    assertEquals(1, progress.rows.size());
    // Decisions 60, 70, 80, 90 and 100, one tick each.
    assertTrue(progress.rows.getFirst().contains("updates=5.0"), progress.rows.getFirst());
    assertTrue(progress.rows.getFirst().contains("decisions=100.0"), progress.rows.getFirst());
  }

  @Test
  void divergenceStopsTraining() {
    DqnConfigs config = new DqnConfigs();
    config.huber = false;
    double prizeWhoseSquareIsNoFloat = 1e30;
    IdentityEnv env = new IdentityEnv(1, 1, prizeWhoseSquareIsNoFloat);
    try (DqnTrainer trainer = trainer(config, env, new RecordedProgress())) {
      DivergedException stop = assertThrows(DivergedException.class, () -> finish(trainer));
      assertTrue(stop.getMessage().startsWith("loss Infinity"), stop.getMessage());
      assertTrue(stop.step() > 0);
    }
  }

  private static DqnTrainer trainer(DqnConfigs config, IdentityEnv env, RecordedProgress progress) {
    return new DqnTrainer(config.build(), env, 3, Compute.CPU, progress);
  }

  private static void finish(DqnTrainer trainer) {
    while (trainer.advance()) {
      // Every advance is one step.
    }
  }

  /** Mean reward of an episode, of 100. */
  private static double score(Policy policy) {
    try (IdentityEnv env = new IdentityEnv(TEST_EPISODES, 77)) {
      Transitions transitions = new Transitions(TEST_EPISODES, IdentityEnv.STATES);
      Actions actions = Actions.of(env.actionSpace(), TEST_EPISODES);
      env.reset(transitions.observations);
      double sum = 0;
      for (int i = 0; i < IdentityEnv.EPISODE_STEPS; i++) {
        policy.act(transitions.observations, TEST_EPISODES, actions);
        env.step(actions, transitions);
        for (double reward : transitions.rewards) {
          sum += reward;
        }
      }
      return sum / TEST_EPISODES;
    }
  }

  private static void assertSameFiles(Path a, Path b) throws IOException {
    TreeMap<String, byte[]> expected = files(a);
    TreeMap<String, byte[]> actual = files(b);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  private static TreeMap<String, byte[]> files(Path folder) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
