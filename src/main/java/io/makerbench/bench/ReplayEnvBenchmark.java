package io.makerbench.bench;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.experiment.Settings;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Decisions of a random policy in copies of the replay environment, on all cores. */
final class ReplayEnvBenchmark implements Benchmark {
  private static final int COPIES = 1024;
  private static final int STEPS = 200;

  @Override
  public String name() {
    return "replay-env";
  }

  @Override
  public String help() {
    return "decisions/s of 1,024 copies of the replay environment; floor: memory bandwidth";
  }

  @Override
  public Measurement measure(Settings settings) {
    ObjectNode tree = ConfigFiles.defaults();
    ObjectNode recording = (ObjectNode) tree.at("/market/recording");
    recording
        .put("dataset", "tape")
        .putArray("tapes")
        .add(BenchRecording.tape(settings).toString());
    ExperimentConfig config = ConfigFiles.read(tree, "benchmark");
    try (Market market =
            ConfigFiles.system(config.system())
                .open(config.market(), settings.place(), config.seed(), null);
        VectorEnv env = market.training(COPIES, config.seed())) {
      return measure(env);
    }
  }

  private Measurement measure(VectorEnv env) {
    int width = env.observationSpace().width();
    Transitions transitions = new Transitions(COPIES, width);
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    int choices = ((Space.Discrete) env.actionSpace()).choices();
    RandomStream random = RandomStream.named(1, "benchmark", 0);
    for (int copy = 0; copy < COPIES; copy++) {
      actions.discrete[copy] = random.nextInt(choices);
    }
    env.reset(transitions.observations);
    long[] ticks = new long[1];
    Repetitions found =
        Repetitions.of(() -> {
          ticks[0] = 0;
          return Repetitions.rate(
              (double) COPIES * STEPS, () -> step(env, actions, transitions, ticks));
        });
    Map<String, Object> facts = found.config();
    facts.put("copies", COPIES);
    facts.put("ticks_a_decision", (double) ticks[0] / ((double) COPIES * STEPS));
    facts.put("floor_is", "an observation read and written over the bandwidth of copying memory");
    double bytes = 2.0 * Float.BYTES * width;
    return new Measurement(
        name(), found.median(), "decisions/s", MemoryBandwidth.bytesPerSecond() / bytes, facts);
  }

  private static void step(VectorEnv env, Actions actions, Transitions transitions, long[] ticks) {
    for (int i = 0; i < STEPS; i++) {
      env.step(actions, transitions);
      for (int n : transitions.ticks) {
        ticks[0] += n;
      }
    }
  }
}
