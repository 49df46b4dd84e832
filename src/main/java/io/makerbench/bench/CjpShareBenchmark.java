package io.makerbench.bench;

import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.ppo.PpoTrainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Seconds PPO learns until it earns 98 % of the known optimum of market making; the slowest of ten
 * seeds. The clock stands still while policies are judged.
 */
record CjpShareBenchmark(NetworkEngine engine) implements Benchmark {
  private static final int SEEDS = 10;
  private static final double SHARE = 0.98;
  private static final double SECONDS_BETWEEN_LOOKS = 0.5;
  private static final double NS_PER_SECOND = 1e9;

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
    double[] seconds = new double[SEEDS];
    for (int seed = 1; seed <= SEEDS; seed++) {
      seconds[seed - 1] = seconds(compute, seed);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seconds", seconds);
    facts.put("engine", compute.engineVersion());
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    facts.put("copies", CjpTask.COPIES);
    facts.put("ppo", CjpTask.SETTINGS.toString());
    facts.put("floor_is", "the fastest seed");
    double fastest = DoubleStream.of(seconds).min().orElseThrow();
    double slowest = DoubleStream.of(seconds).max().orElseThrow();
    return new Measurement(name(), slowest, "s", fastest, facts);
  }

  /** Seconds until a look finds the share reached; NaN where training ended before. */
  private static double seconds(Compute compute, long seed) {
    try (VectorEnv env = CjpTask.env(CjpTask.COPIES, seed);
        PpoTrainer trainer =
            new PpoTrainer("ppo", CjpTask.SETTINGS, env, seed, compute, TrainerListener.SILENT)) {
      double passed = 0;
      while (trainer.progress().doneTicks() < trainer.progress().totalTicks()) {
        passed += learn(trainer);
        if (CjpTask.share(trainer.policy()) >= SHARE) {
          return passed;
        }
      }
      return Double.NaN;
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
