package io.makerbench.learn;

import static io.makerbench.learn.NetworkEngine.TORCH;
import static io.makerbench.learn.NetworkEngine.VECTOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.A2cConfig;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.control.ControlSystem;
import io.makerbench.system.control.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A training goes on from a checkpoint on the other engine, its optimiser included. */
class EnginesExchangeTest {
  private static final Space ACTIONS = new Space.Discrete(2);
  private static final int COPIES = 4;

  /** Some 50 updates each. */
  private static final int ADVANCES = 100;

  /** What roundings become in a hundred updates, as a share of what was learnt. */
  private static final double TOLERANCE = 1e-3;

  @TempDir Path folder;

  static Stream<Algorithm> algorithms() {
    return Stream.of(
        Ppo.of(
            read(
                """
                {"n_steps": 20, "minibatch_size": 16, "n_epochs": 2, "hidden": [16], "lr": 0.001,
                 "normalize_values": true}
                """,
                PpoConfig.class),
            ACTIONS),
        Ppo.of(
            read(
                """
                {"n_steps": 20, "minibatch_size": 20, "n_epochs": 2, "hidden": [16],
                 "gru_units": 8, "lr": 0.001}
                """,
                PpoConfig.class),
            ACTIONS),
        Ppo.of(read("{\"n_steps\": 2, \"hidden\": [16]}", A2cConfig.class), ACTIONS),
        new Dqn(
            read(
                """
                {"min_replay": 40, "mdp_step_warmup": 0, "batch_size": 32, "train_freq": 8,
                 "hidden": [16], "lr": 0.001, "epsilon_start": 0.5}
                """,
                DqnConfig.class)),
        new Cloning(
            read(
                """
                {"expert": "scripted", "demonstrations": 400, "batch_size": 32, "epochs": 10000,
                 "patience": 0, "hidden": [16], "dropout": 0.2, "weight_decay": 0.01}
                """,
                CloningConfig.class),
            market(new ControlSystem())));
  }

  private static Market market(ControlSystem control) {
    return control.open(read("{}", control.configType()), new Place(null, Path.of(".")), 1, null);
  }

  private static <C extends Record> C read(String json, Class<C> type) {
    return new ConfigReader(ConfigSchema.of(type))
        .read(JsonMapper.shared().readTree(json), type, "test");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void goesOnWhereTheOtherEngineLeftOff(Algorithm algorithm) throws IOException {
    float[] start = parameters(algorithm, VECTOR, VECTOR, 0);
    float[] expected = parameters(algorithm, VECTOR, VECTOR, ADVANCES);
    float[] learnt = new float[start.length];
    for (int i = 0; i < start.length; i++) {
      learnt[i] = expected[i] - start[i];
    }
    double size = typical(learnt);
    assertTrue(size > 1e-3, "nothing learnt: " + size);
    for (NetworkEngine first : new NetworkEngine[] {VECTOR, TORCH}) {
      float[] found = parameters(algorithm, first, first == VECTOR ? TORCH : VECTOR, ADVANCES);
      float[] away = new float[found.length];
      for (int i = 0; i < found.length; i++) {
        away[i] = found[i] - expected[i];
      }
      double off = typical(away) / size;
      assertTrue(off < TOLERANCE, "began on %s: off by %s".formatted(first, off));
    }
  }

  /** Parameters of a policy after some advances on one engine and as many on another. */
  private float[] parameters(
      Algorithm algorithm, NetworkEngine first, NetworkEngine second, int advances)
      throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    try (VectorEnv env = Problem.CARTPOLE.env(COPIES, 1, "training");
        Trainer trainer = algorithm.start(env, 1, on(first), TrainerListener.SILENT)) {
      advance(trainer, advances);
      trainer.save(checkpoint, "seen", "{}");
    }
    try (VectorEnv env = Problem.CARTPOLE.env(COPIES, 1, "training");
        Trainer trainer = algorithm.restore(checkpoint, env, on(second), TrainerListener.SILENT)) {
      advance(trainer, advances);
      return trainer.policy().parameters();
    }
  }

  private static Compute on(NetworkEngine engine) {
    return new Compute(engine, ComputeDevice.CPU);
  }

  private static void advance(Trainer trainer, int times) {
    for (int i = 0; i < times; i++) {
      trainer.advance();
    }
  }

  private static double typical(float[] numbers) {
    double squares = 0;
    for (float number : numbers) {
      squares += number * number;
    }
    return Math.sqrt(squares / numbers.length);
  }
}
