package io.makerbench.system.analytic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Checkpoints are the same bytes whatever the threads of the networks and of the environment. */
class ThreadsTest {
  private static final AnalyticConfig MARKET = AnalyticConfigs.of("{\"horizon\": 0.1}");
  private static final Space ACTIONS = MARKET.actions().actions().space();
  private static final int COPIES = 8200;
  private static final int ADVANCES = 6;
  private static final List<Integer> THREADS = List.of(1, 2, 4);

  @TempDir Path folder;

  @Test
  void ppoLearnsTheSameOnAnyNumberOfThreads() throws Exception {
    PpoConfig config =
        read(
            """
            {"n_steps": 3, "minibatch_size": 9000, "n_epochs": 1, "hidden": [12], "gru_units": 8,
             "normalize_observations": true}
            """,
            PpoConfig.class);
    compare(Ppo.of(config, ACTIONS));
  }

  @Test
  void dqnLearnsTheSameOnAnyNumberOfThreads() throws Exception {
    DqnConfig config =
        read(
            """
            {"min_replay": 2000, "mdp_step_warmup": 0, "batch_size": 600, "train_freq": 4100,
             "hidden": [24]}
            """,
            DqnConfig.class);
    compare(new Dqn(config));
  }

  private static <C extends Record> C read(String json, Class<C> type) {
    return new ConfigReader(ConfigSchema.of(type))
        .read(JsonMapper.shared().readTree(json), type, "test");
  }

  private void compare(Algorithm algorithm) throws Exception {
    String expected = digest(algorithm, 1, 1);
    for (int threads : THREADS) {
      for (int environment : List.of(1, 4)) {
        assertEquals(
            expected, digest(algorithm, threads, environment), threads + "," + environment);
      }
    }
  }

  private String digest(Algorithm algorithm, int threads, int environmentThreads)
      throws IOException, NoSuchAlgorithmException {
    Compute compute = new Compute(NetworkEngine.VECTOR, ComputeDevice.CPU, threads);
    Path checkpoint = folder.resolve(threads + "-" + environmentThreads);
    try (VectorEnv env =
            new AvellanedaStoikovEnv(
                MARKET, MARKET.actions().actions(), COPIES, 7, "test", environmentThreads);
        Trainer trainer = algorithm.start(env, 3, compute, TrainerListener.SILENT)) {
      for (int i = 0; i < ADVANCES; i++) {
        trainer.advance();
      }
      trainer.save(checkpoint, "seen", "{}");
    }
    return digest(checkpoint);
  }

  private static String digest(Path folder) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
