package io.makerbench.bench;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.Settings;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Steps of a random policy in copies of the market of Avellaneda and Stoikov, on all cores. */
final class AnalyticEnvBenchmark implements Benchmark {
  private static final int COPIES = 16_384;
  private static final int STEPS = 5_000;
  private static final long SEED = 1;

  /**
   * Bytes a step of a copy reads and writes: key, action, position twice, profit twice, moves of
   * the mid twice, fills; and of the transitions observation, reward, profit, two flags, time,
   * ticks.
   */
  private static final double BYTES_A_STEP =
      8 + 4 + 2 * 4 + 2 * 8 + 2 * 4 + 1 + (2 * 4 + 8 + 8 + 2 + 8 + 4);

  @Override
  public String name() {
    return "as-env";
  }

  @Override
  public String help() {
    return "steps/s of 16,384 copies of the Avellaneda-Stoikov market; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    TradingSystem system = ConfigFiles.system("analytic");
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(JsonNodeFactory.instance.objectNode(), system.configType(), "benchmark");
    try (Market market = system.open(config, settings.place(), SEED, null);
        VectorEnv env = market.training(COPIES, SEED)) {
      return measure(env);
    }
  }

  private Measurement measure(VectorEnv env) {
    Transitions transitions = new Transitions(COPIES, env.observationSpace().width());
    Actions actions = randomActions(env);
    env.reset(transitions.observations);
    Repetitions found =
        Repetitions.of(
            () -> Repetitions.rate((double) COPIES * STEPS, () -> step(env, actions, transitions)));
    Map<String, Object> facts = found.config();
    facts.put("copies", COPIES);
    facts.put("bytes_a_step", BYTES_A_STEP);
    facts.put("floor_is", "bytes moved over the bandwidth of copying memory on all cores");
    double floor =
        MemoryBandwidth.bytesPerSecond()
            * Runtime.getRuntime().availableProcessors()
            / BYTES_A_STEP;
    return new Measurement(name(), found.median(), "steps/s", floor, facts);
  }

  private static Actions randomActions(VectorEnv env) {
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    int choices = ((Space.Discrete) env.actionSpace()).choices();
    RandomStream random = RandomStream.named(SEED, "benchmark", 0);
    for (int copy = 0; copy < COPIES; copy++) {
      actions.discrete[copy] = random.nextInt(choices);
    }
    return actions;
  }

  private static void step(VectorEnv env, Actions actions, Transitions transitions) {
    for (int i = 0; i < STEPS; i++) {
      env.step(actions, transitions);
    }
  }
}
