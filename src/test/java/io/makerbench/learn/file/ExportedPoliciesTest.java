package io.makerbench.learn.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.EnsemblePolicy;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.cloning.CloningTrainer;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.dqn.DqnTrainer;
import io.makerbench.learn.file.OpenedModel.Tensor;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.learn.ppo.PpoTrainer;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of policy there is decides in ONNX Runtime as it does here. */
class ExportedPoliciesTest {
  private static final float TOLERANCE = 1e-5f;
  private static final int COPIES = 3;
  private static final int LONGEST = 7;
  private static final int SEQUENCES = 5;

  private static final Space CHOICE = new Space.Discrete(4);
  private static final Space CHOICES = new Space.MultiDiscrete(List.of(3, 2, 4));
  private static final Space BOUNDED = new Space.Box(3, -0.5, 2);
  private static final Space FREE =
      new Space.Box(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final Space SHARES = new Space.Simplex(4);

  private static final String SCALED = ", \"normalize_observations\": true";
  private static final String GRU = ", \"gru_units\": 6";

  @TempDir private Path folder;

  /** A learner, its settings beside the smallest ones, and what it acts on. */
  record Kind(String learner, String settings, Space actions, int members) {
    List<NetworkPolicy> policies() {
      List<NetworkPolicy> policies = new ArrayList<>();
      for (int seed = 1; seed <= members; seed++) {
        policies.add(policy(seed));
      }
      return policies;
    }

    private NetworkPolicy policy(long seed) {
      try (VectorEnv env = new SpaceEnv(actions, COPIES, seed);
          Trainer trainer = trainer(env, seed)) {
        for (int i = 0; i < 40 && trainer.advance(); i++) {
          // learns a little
        }
        return trainer.policy().copy();
      }
    }

    private Trainer trainer(VectorEnv env, long seed) {
      TrainerListener silent = TrainerListener.SILENT;
      return switch (learner) {
        case "dqn" ->
            new DqnTrainer(
                config(
                    DqnConfig.class,
                    "{\"hidden\": [8, 8], \"batch_size\": 8, \"min_replay\": 8, \"lr\": 0.01,"
                        + " \"mdp_step_warmup\": 0, \"amp\": false"),
                env,
                seed,
                Compute.CPU,
                silent);
        case "ppo" ->
            new PpoTrainer(
                "ppo",
                config(
                    PpoConfig.class,
                    "{\"hidden\": [8], \"n_steps\": 10, \"minibatch_size\": 10, \"n_epochs\": 2,"
                        + " \"lr\": 0.05"),
                env,
                seed,
                Compute.CPU,
                silent);
        default ->
            new CloningTrainer(
                config(
                    CloningConfig.class,
                    "{\"hidden\": [8], \"demonstrations\": 200, \"lr\": 0.01, \"epochs\": 2,"
                        + " \"dropout\": 0.2"),
                new Repeated(),
                env,
                seed,
                Compute.CPU,
                silent);
      };
    }

    private <T extends Record> T config(Class<T> type, String smallest) {
      return new ConfigReader(ConfigSchema.of(type))
          .read(JsonMapper.shared().readTree(smallest + settings + "}"), type, "test");
    }
  }

  /** An expert who does the same whatever it sees, within any space. */
  private record Repeated() implements Policy {
    @Override
    public String name() {
      return "repeated";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      Arrays.fill(actions.discrete, 1);
      Arrays.fill(actions.continuous, 0.25f);
    }
  }

  static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(new Kind("dqn", "", CHOICE, 1));
    kinds.add(new Kind("dqn", ", \"dueling\": false", CHOICE, 1));
    kinds.add(new Kind("dqn", ", \"dueling\": false, \"layer_norm\": false", CHOICE, 1));
    kinds.add(new Kind("dqn", "", CHOICE, 3));
    for (Space actions : List.of(CHOICE, CHOICES, BOUNDED, FREE, SHARES)) {
      kinds.add(new Kind("ppo", "", actions, 1));
      kinds.add(new Kind("ppo", SCALED + GRU, actions, 1));
      kinds.add(new Kind("cloning", "", actions, 1));
      kinds.add(new Kind("ppo", SCALED, actions, 2));
      kinds.add(new Kind("cloning", ", \"layer_norm\": true", actions, 2));
    }
    kinds.add(new Kind("ppo", ", \"shared_trunk\": true, \"layer_norm\": true", BOUNDED, 1));
    kinds.add(new Kind("ppo", GRU, BOUNDED, 2));
    return kinds;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void decidesTheSame(Kind kind) throws Exception {
    List<NetworkPolicy> policies = kind.policies();
    Path file = folder.resolve("any.onnx");
    OnnxModel.write(
        policies.stream().map(policy -> new TrainedPolicy(policy, "", "")).toList(), file);
    RandomStream random = RandomStream.named(5, "sequences", 0);
    Policy ours = policies.size() == 1 ? policies.getFirst() : new EnsemblePolicy(policies);
    try (OpenedModel theirs = new OpenedModel(file)) {
      Memory memory = new Memory(policies.getFirst().shape(), policies.size());
      for (int sequence = 0; sequence < SEQUENCES; sequence++) {
        int steps = memory.width == 0 ? 1 : 1 + random.nextInt(LONGEST);
        beginSome(ours, memory, sequence == 0, random);
        float[] observations = NetworkArbitraries.numbers(steps * COPIES * SpaceEnv.WIDTH, random);
        Map<String, float[]> outputs = theirs.run(memory.inputs(observations, steps));
        memory.keep(outputs);
        assertArrayEquals(
            actions(ours, kind.actions(), observations, steps), outputs.get("action"), TOLERANCE);
      }
    }
  }

  private static void beginSome(Policy ours, Memory theirs, boolean all, RandomStream random) {
    for (int row = 0; row < COPIES; row++) {
      if (all || random.nextInt(3) == 0) {
        ours.begin(row);
        theirs.begin(row);
      }
    }
  }

  /** Actions of all steps one after the other. */
  private static float[] actions(Policy policy, Space space, float[] observations, int steps) {
    int numbers = COPIES * space.width();
    float[] all = new float[steps * numbers];
    Actions actions = Actions.of(space, COPIES);
    int seen = COPIES * SpaceEnv.WIDTH;
    for (int step = 0; step < steps; step++) {
      policy.act(Arrays.copyOfRange(observations, step * seen, (step + 1) * seen), COPIES, actions);
      for (int i = 0; i < numbers; i++) {
        all[step * numbers + i] =
            actions.discrete.length > 0 ? actions.discrete[i] : actions.continuous[i];
      }
    }
    return all;
  }

  /** What models remember, kept by who runs them. */
  private static final class Memory {
    final int width;
    private final Map<String, float[]> states = new HashMap<>();

    Memory(NetworkShape shape, int members) {
      width = shape.stateWidth();
      for (int i = 0; i < members && width > 0; i++) {
        states.put(members == 1 ? "state" : "member" + i + ".state", new float[COPIES * width]);
      }
    }

    void begin(int row) {
      states.values().forEach(state -> Arrays.fill(state, row * width, (row + 1) * width, 0));
    }

    Map<String, Tensor> inputs(float[] observations, int steps) {
      Map<String, Tensor> inputs = new HashMap<>();
      inputs.put(
          "observations",
          width == 0
              ? new Tensor(observations, COPIES, SpaceEnv.WIDTH)
              : new Tensor(observations, steps, COPIES, SpaceEnv.WIDTH));
      states.forEach((name, state) -> inputs.put(name, new Tensor(state, COPIES, width)));
      return inputs;
    }

    void keep(Map<String, float[]> outputs) {
      states.replaceAll((name, before) -> outputs.get(name + "_after"));
    }
  }

  @Test
  void policiesOfDifferentShapesAreNotExportedTogether() {
    List<NetworkPolicy> two =
        List.of(
            new Kind("ppo", "", CHOICE, 1).policies().getFirst(),
            new Kind("dqn", "", CHOICE, 1).policies().getFirst());
    List<TrainedPolicy> together =
        two.stream().map(policy -> new TrainedPolicy(policy, "", "")).toList();
    Path file = folder.resolve("two.onnx");
    String message =
        String.valueOf(
            assertThrows(InputException.class, () -> OnnxModel.write(together, file)).getMessage());
    assertTrue(message.contains("networks of one shape"), message);
    assertEquals(false, file.toFile().exists());
  }
}
