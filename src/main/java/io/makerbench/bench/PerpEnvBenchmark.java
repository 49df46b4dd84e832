package io.makerbench.bench;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.Settings;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Steps of the heuristic in copies of a desk on five perpetual venues, on all cores. */
final class PerpEnvBenchmark implements Benchmark {
  private static final int COPIES = 4096;
  private static final int VENUES = 5;
  private static final int STEPS = 250;
  private static final long SEED = 1;

  /** Columns of 8 bytes that a step reads and writes, for each venue and each desk. */
  private static final int VENUE_COLUMNS = 32;

  private static final int DESK_COLUMNS = 36;

  @Override
  public String name() {
    return "perp-env";
  }

  @Override
  public String help() {
    return "steps/s of 4,096 copies of a desk on five perpetual venues; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    TradingSystem system = ConfigFiles.system("perp");
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(JsonNodeFactory.instance.objectNode(), system.configType(), "benchmark");
    try (Market market = system.open(config, settings.place(), SEED, null);
        VectorEnv env = market.training(COPIES, SEED)) {
      return measure(market, env);
    }
  }

  private Measurement measure(Market market, VectorEnv env) {
    Transitions transitions = new Transitions(COPIES, env.observationSpace().width());
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    env.reset(transitions.observations);
    market.baseline("heuristic").act(transitions.observations, COPIES, actions);
    Repetitions found =
        Repetitions.of(
            () -> Repetitions.rate((double) COPIES * STEPS, () -> step(env, actions, transitions)));
    int columns = VENUES * VENUE_COLUMNS + DESK_COLUMNS;
    double bytes =
        2.0 * Double.BYTES * columns
            + Float.BYTES * (env.actionSpace().width() + 2.0 * env.observationSpace().width());
    Map<String, Object> facts = found.config();
    facts.put("copies", COPIES);
    facts.put("venues", VENUES);
    facts.put("bytes_a_step", bytes);
    facts.put("floor_is", "bytes moved over the bandwidth of copying memory on all cores");
    double floor =
        MemoryBandwidth.bytesPerSecond() * Runtime.getRuntime().availableProcessors() / bytes;
    return new Measurement(name(), found.median(), "steps/s", floor, facts);
  }

  private static void step(VectorEnv env, Actions actions, Transitions transitions) {
    for (int i = 0; i < STEPS; i++) {
      env.step(actions, transitions);
    }
  }
}
