package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PpoTrainerTest {
  @TempDir Path folder;

  private static PpoConfigs identity() {
    return new PpoConfigs()
        .put("total_ticks", 1200)
        .put("n_steps", 256)
        .put("n_epochs", 4)
        .put("lr", 2e-3)
        .put("gamma", 0.4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void learnsTheIdentity(long seed) {
    assertTrue(identityScore(identity().build(), 1, seed) >= 90);
  }

  /** Every option at once, on what it is not meant to hinder. */
  @Test
  void learnsTheIdentityByEveryOption() {
    PpoConfigs options =
        identity()
            .put("total_ticks", 6000)
            .put("n_steps", 64)
            .put("shared_trunk", true)
            .put("activation", "relu")
            .put("layer_norm", true)
            .put("normalize_observations", true)
            .put("normalize_values", true)
            .put("clip_range_value", 0.5)
            .put("target_kl", 0.05)
            .put("ent_coef", 0.01)
            .put("ent_coef_end", 0.0)
            .put("lr_end", 0.0)
            .put("reward_scale", 3.0);
    assertTrue(identityScore(options.build(), 4, 1) >= 90);
  }

  @Test
  void learnsTheIdentityWithAMemory() {
    PpoConfigs options =
        identity()
            .put("total_ticks", 8000)
            .put("n_steps", 32)
            .put("gru_units", 32)
            .put("hidden", new int[] {32});
    assertTrue(identityScore(options.build(), 8, 1) >= 90);
  }

  @Test
  void advantageActorCriticLearnsTheIdentity() {
    PpoConfig config = A2cConfigs.identity().asPpo();
    assertTrue(identityScore(config, 8, 1) >= 90);
  }

  private static double identityScore(PpoConfig config, int copies, long seed) {
    try (VectorEnv env = Problem.IDENTITY.env(copies, seed, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", config, env, seed, Compute.CPU, new Rows())) {
      run(trainer);
      return Trials.meanReturn(Problem.IDENTITY, trainer.policy(), 20);
    }
  }

  private static void run(Trainer trainer) {
    while (trainer.advance()) {
      // goes on to the end
    }
  }

  /** The policy has not moved yet, so every ratio is 1 to the last bit. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void theFirstMinibatchHasRatioOneAndNoDivergence(int gruUnits) {
    PpoConfigs options =
        identity()
            .put("total_ticks", 256)
            .put("n_steps", 128)
            .put("n_epochs", 1)
            .put("minibatch_size", 256)
            .put("gru_units", gruUnits);
    Rows rows = new Rows();
    try (VectorEnv env = Problem.IDENTITY.env(2, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", options.build(), env, 1, Compute.CPU, rows)) {
      run(trainer);
    }
    Map<String, Double> row = rows.all.getLast();
    assertEquals(0, row.get("kl"));
    assertEquals(0, row.get("clip_fraction"));
    assertEquals(0, row.get("policy_loss"), 1e-9);
    assertEquals(Math.log(4), row.get("entropy"), 1e-3);
  }

  /** Rows come between two updates too; those of an update are in the row that follows it. */
  @Test
  void rowsAreToldDuringALongRolloutAndEpisodesAndDecisionsAsTheyHappen() {
    PpoConfigs options =
        identity()
            .put("total_ticks", 2000)
            .put("n_steps", 500)
            .put("n_epochs", 1)
            .put("step_logging", true);
    Rows rows = new Rows();
    try (VectorEnv env = Problem.IDENTITY.env(2, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", options.build(), env, 1, Compute.CPU, rows)) {
      run(trainer);
    }
    assertEquals(20, rows.all.size());
    assertEquals(2, rows.all.stream().filter(row -> row.containsKey("kl")).count());
    assertTrue(rows.all.getFirst().containsKey("reward"));
    assertEquals(20, rows.episodes.size());
    assertEquals(2000, rows.decisions.size());
    assertEquals(
        rows.decisions.stream().mapToDouble(row -> row.get("reward")).sum(),
        rows.episodes.stream().mapToDouble(row -> row.get("reward")).sum(),
        1e-9);
    List<String> columns = new Ppo("ppo", options.build(), new Space.Discrete(4)).decisionColumns();
    assertEquals(columns, List.copyOf(rows.decisions.getFirst().keySet()));
  }

  /**
   * Without a bootstrap from cut-off states the value would be less than 10; a half-life of ln ½ /
   * ln 0.9 s discounts a second by 0.9.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void valuesOfCutOffEpisodesAreThoseOfEndlessOnes(boolean byTime) {
    PpoConfigs options =
        new PpoConfigs()
            .put("total_ticks", 60_000)
            .put("n_steps", 250)
            .put("n_epochs", 4)
            .put("time_based_discount", byTime)
            .put("gamma_half_life_sec", Math.log(0.5) / Math.log(0.9))
            .put("gamma", byTime ? 0.5 : 0.9)
            .put("lr", 1e-3)
            .put("minibatch_size", 100);
    assertEquals(10, endlessValue(options.build()), 0.2);
  }

  @Test
  void advantageActorCriticValuesCutOffEpisodesAsEndlessOnes() {
    assertEquals(10, endlessValue(A2cConfigs.endless().asPpo()), 0.2);
  }

  private static double endlessValue(PpoConfig config) {
    try (VectorEnv env = Problem.ENDLESS.env(4, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", config, env, 1, Compute.CPU, new Rows())) {
      run(trainer);
      NetworkPolicy policy = trainer.policy();
      float[] observation = new float[1];
      try (VectorEnv shown = Problem.ENDLESS.env(1, 1, "evaluation")) {
        shown.reset(observation);
      }
      return Values.of(policy, observation);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void sameSeedGivesSameBytes(int gruUnits) throws IOException {
    PpoConfig config = everything(gruUnits);
    Path one = train(config, Long.MAX_VALUE);
    Path two = train(config, Long.MAX_VALUE);
    assertSameFiles(one, two);
  }

  /** Cut within a rollout and at its end. */
  @ParameterizedTest
  @CsvSource({"0, 70", "0, 96", "8, 70", "8, 96"})
  void resumedTrainingGivesTheBytesOfAnUninterruptedOne(int gruUnits, int cut) throws IOException {
    PpoConfig config = everything(gruUnits);
    Path whole = train(config, Long.MAX_VALUE);
    Path part = train(config, cut);
    Path resumed = folder.resolve("resumed");
    try (VectorEnv env = Problem.CARTPOLE.env(3, 99, "training");
        PpoTrainer trainer =
            PpoTrainer.restore(part, "ppo", config, env, Compute.CPU, new Rows())) {
      run(trainer);
      trainer.save(resumed, "what is seen", "{}");
    }
    assertSameFiles(whole, resumed);
  }

  private static PpoConfig everything(int gruUnits) {
    return everything(gruUnits, 16);
  }

  private static PpoConfig everything(int gruUnits, int sequenceLength) {
    return new PpoConfigs()
        .put("sequence_length", sequenceLength)
        .put("normalize_rewards", true)
        .put("time_based_discount", true)
        .put("gamma_half_life_sec", 0.5)
        .put("total_ticks", 600)
        .put("n_steps", 32)
        .put("n_epochs", 3)
        .put("gru_units", gruUnits)
        .put("hidden", new int[] {16})
        .put("normalize_observations", true)
        .put("normalize_values", true)
        .put("lr_end", 0.0)
        .build();
  }

  @Test
  void sequencesOfTheWholeRolloutAreTheDefault() throws IOException {
    PpoConfigs whole =
        new PpoConfigs()
            .put("total_ticks", 600)
            .put("n_steps", 32)
            .put("n_epochs", 2)
            .put("gru_units", 8)
            .put("hidden", new int[] {16});
    Path one = train(whole.build(), Long.MAX_VALUE);
    Path two = train(whole.put("sequence_length", 32).build(), Long.MAX_VALUE);
    assertSameFiles(one, two);
    Path three = train(whole.put("sequence_length", 8).build(), Long.MAX_VALUE);
    assertFalse(
        Arrays.equals(
            TrainedPolicy.read(one).policy().parameters(),
            TrainedPolicy.read(three).policy().parameters()));
  }

  @Test
  void sequencesThatDoNotFillARolloutAreRefused() {
    InputException refused = assertThrows(InputException.class, () -> everything(8, 12));
    assertTrue(refused.getMessage().contains("sequence_length is 12"), refused.getMessage());
  }

  private int trained;

  private Path train(PpoConfig config, long advances) throws IOException {
    Path to = folder.resolve("trained" + trained++);
    try (VectorEnv env = Problem.CARTPOLE.env(3, 5, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", config, env, 5, Compute.CPU, new Rows())) {
      for (long i = 0; i < advances && trainer.advance(); i++) {
        // goes on to the cut
      }
      trainer.save(to, "what is seen", "{}");
    }
    return to;
  }

  private static void assertSameFiles(Path one, Path two) throws IOException {
    try (Stream<Path> files = Files.list(one)) {
      for (Path file : files.toList()) {
        assertArrayEquals(
            Files.readAllBytes(file), Files.readAllBytes(two.resolve(file.getFileName())));
      }
    }
  }

  @Test
  void checkpointCarriesThePolicyAndWhatItSaw() throws IOException {
    PpoConfig config = everything(8);
    Path saved = train(config, 100);
    TrainedPolicy read = TrainedPolicy.read(saved);
    assertEquals("what is seen", read.fingerprint());
    try (VectorEnv env = Problem.CARTPOLE.env(3, 1, "training");
        PpoTrainer trainer =
            PpoTrainer.restore(saved, "ppo", config, env, Compute.CPU, new Rows())) {
      assertEquals(trainer.policy().shape(), read.policy().shape());
      assertEquals(trainer.policy().scale(), read.policy().scale());
      assertArrayEquals(trainer.policy().parameters(), read.policy().parameters());
      assertEquals(
          Trials.meanReturn(Problem.CARTPOLE, trainer.policy(), 5),
          Trials.meanReturn(Problem.CARTPOLE, read.policy(), 5));
    }
  }

  @Test
  void restoringRefusesOtherSettings() throws IOException {
    Path saved = train(everything(8), 40);
    PpoConfig other = everything(12);
    try (VectorEnv env = Problem.CARTPOLE.env(3, 1, "training")) {
      InputException refused =
          assertThrows(
              InputException.class,
              () -> PpoTrainer.restore(saved, "ppo", other, env, Compute.CPU, new Rows()));
      assertTrue(refused.getMessage().contains("parameters"), refused.getMessage());
    }
  }

  @Test
  void anUpdateEndsEarlyWhereThePolicyMovedFar() {
    PpoConfigs options =
        identity().put("total_ticks", 256).put("n_epochs", 50).put("target_kl", 1e-4);
    Rows rows = new Rows();
    try (VectorEnv env = Problem.IDENTITY.env(1, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", options.build(), env, 1, Compute.CPU, rows)) {
      run(trainer);
    }
    double updates = rows.all.getLast().get("updates");
    assertTrue(updates >= 1 && updates < 20, "updates " + updates);
  }

  /** The scale of the first training is kept; with no rate to learn by, nothing changes. */
  @Test
  void startsFromACheckpointWithItsScale() throws IOException {
    Path saved = train(everything(0), 100);
    NetworkPolicy before = TrainedPolicy.read(saved).policy();
    PpoConfigs again =
        new PpoConfigs()
            .put("total_ticks", 600)
            .put("n_steps", 32)
            .put("hidden", new int[] {16})
            .put("lr", 0.0)
            .put("load_path", saved.toString());
    Path tuned = train(again.build(), Long.MAX_VALUE);
    NetworkPolicy after = TrainedPolicy.read(tuned).policy();
    assertArrayEquals(before.parameters(), after.parameters());
    assertEquals(before.scale(), after.scale());
    PpoConfig wider = again.put("hidden", new int[] {24}).build();
    InputException refused = assertThrows(InputException.class, () -> train(wider, Long.MAX_VALUE));
    assertTrue(refused.getMessage().contains("policy.0.weight"), refused.getMessage());
  }

  /** The reference engine learns by the same losses. */
  @Test
  void learnsTheIdentityOnPyTorch() {
    Compute torch = new Compute(NetworkEngine.TORCH, ComputeDevice.CPU);
    PpoConfigs settings =
        identity().put("total_ticks", 4000).put("n_steps", 64).put("gru_units", 16);
    try (VectorEnv env = Problem.IDENTITY.env(8, 1, "training");
        PpoTrainer trainer = new PpoTrainer("ppo", settings.build(), env, 1, torch, new Rows())) {
      run(trainer);
      assertTrue(Trials.meanReturn(Problem.IDENTITY, trainer.policy(), 20) >= 90);
    }
  }
}
