package io.makerbench.bench;

import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.ppo.PpoTrainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Seconds PPO learns until it earns 98 % of the known optimum of market making; the slowest of ten
 * seeds. The clock stands still while policies are judged.
 */
record CjpShareBenchmark(NetworkEngine engine) implements Benchmark {
  private static final int SEEDS = 10;
  private static final double SHARE = 0.98;
  private static final double SECONDS_BETWEEN_LOOKS = 0.5;
  private static final double NS_PER_SECOND = 1e9;

  /** What a training had learnt at the last look: NaN seconds where it ended below the share. */
  private record Trial(double seconds, double share) {}

  @Override
  public String name() {
    return EngineName.of("cjp-share", engine);
  }

  @Override
  public String help() {
    return "seconds PPO learns until it earns 98 % of the optimum 68.2558; slowest of 10 seeds";
  }

  @Override
  public Measurement measure(Settings settings) {
    Compute compute = new Compute(engine, ComputeDevice.CPU);
    List<Trial> trials = LongStream.rangeClosed(1, SEEDS).mapToObj(s -> trial(compute, s)).toList();
    double[] seconds = trials.stream().mapToDouble(Trial::seconds).toArray();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seconds", seconds);
    facts.put("shares", trials.stream().mapToDouble(Trial::share).toArray());
    facts.put("reached", trials.stream().filter(trial -> trial.share >= SHARE).count());
    facts.put("engine", compute.engineVersion());
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    facts.put("copies", CjpTask.COPIES);
    facts.put("ppo", CjpTask.SETTINGS.toString());
    facts.put("floor_is", "the fastest seed");
    double fastest = DoubleStream.of(seconds).min().orElseThrow();
    double slowest = DoubleStream.of(seconds).max().orElseThrow();
    return new Measurement(name(), slowest, "s", fastest, facts);
  }

  /** Learns until a look finds the share reached, or training ends. */
  private static Trial trial(Compute compute, long seed) {
    try (VectorEnv env = CjpTask.env(CjpTask.COPIES, seed);
        PpoTrainer trainer =
            new PpoTrainer("ppo", CjpTask.SETTINGS, env, seed, compute, TrainerListener.SILENT)) {
      double passed = 0;
      double share = 0;
      while (trainer.progress().doneTicks() < trainer.progress().totalTicks()) {
        passed += learn(trainer);
        share = CjpTask.share(trainer.policy());
        if (share >= SHARE) {
          return new Trial(passed, share);
        }
      }
      return new Trial(Double.NaN, share);
    }
  }

  private static double learn(PpoTrainer trainer) {
    long start = System.nanoTime();
    double passed = 0;
    while (passed < SECONDS_BETWEEN_LOOKS && trainer.advance()) {
      passed = (System.nanoTime() - start) / NS_PER_SECOND;
    }
    return (System.nanoTime() - start) / NS_PER_SECOND;
  }
}
