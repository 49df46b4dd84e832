package io.makerbench.bench;

import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.learn.ppo.PpoTrainer;
import io.makerbench.system.control.Problem;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Steps of an environment a second while PPO learns in it, rollouts and updates together, on one
 * engine.
 */
final class PpoBenchmark implements Benchmark {
  private static final long SEED = 1;

  /** A backward pass costs two forward passes. */
  private static final double PASSES_OF_AN_EPOCH = 3;

  private final String name;
  private final String help;
  private final NetworkEngine engine;
  private final Supplier<VectorEnv> env;
  private final PpoConfig config;
  private final int rollouts;

  /**
   * @param rollouts rollouts of a repetition
   */
  private PpoBenchmark(
      String name,
      String help,
      NetworkEngine engine,
      Supplier<VectorEnv> env,
      PpoConfig config,
      int rollouts) {
    this.name = EngineName.of(name, engine);
    this.help = help;
    this.engine = engine;
    this.env = env;
    this.config = config;
    this.rollouts = rollouts;
  }

  /** The reference's defaults on cart and pole. */
  static PpoBenchmark cartPole(NetworkEngine engine) {
    return new PpoBenchmark(
        "ppo-cartpole",
        "steps/s of PPO with the reference's defaults on CartPole, learning included",
        engine,
        () -> Problem.CARTPOLE.env(1, SEED, "training"),
        PpoSettings.of("{}"),
        4);
  }

  /** The market of the benchmark cjp-share, by its settings. */
  static PpoBenchmark analytic(NetworkEngine engine) {
    return new PpoBenchmark(
        "ppo-as",
        "steps/s of PPO on the Avellaneda-Stoikov market, with the settings of cjp-share",
        engine,
        () -> CjpTask.env(CjpTask.COPIES, SEED),
        CjpTask.SETTINGS,
        10);
  }

  /** A policy with memory of the size that the portfolio regimes have. */
  static PpoBenchmark gru(NetworkEngine engine) {
    return new PpoBenchmark(
        "ppo-gru",
        "steps/s of PPO with a GRU (64-128-GRU 128, 16 actions, 2,048 copies of 256 steps)",
        engine,
        () -> new NoiseEnv(64, 16, 2048),
        PpoSettings.of(
            """
            {"n_steps": 256, "minibatch_size": 16384, "n_epochs": 4, "ent_coef": 0.01,
             "hidden": [128], "activation": "relu", "layer_norm": true, "gru_units": 128}
            """),
        1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public Measurement measure(Settings settings) {
    Compute compute = new Compute(engine, ComputeDevice.CPU);
    try (VectorEnv copies = env.get();
        PpoTrainer trainer =
            new PpoTrainer("ppo", config, copies, SEED, compute, TrainerListener.SILENT)) {
      int advances = rollouts * config.nSteps();
      double steps = (double) advances * copies.copies();
      DoubleSupplier rate = () -> Repetitions.rate(steps, () -> advance(trainer, advances));
      Repetitions found = takesAMinute() ? Repetitions.once(rate) : Repetitions.of(rate);
      Map<String, Object> facts = found.config();
      double flops = flopsOfStep(copies);
      facts.put("engine", compute.engineVersion(trainer.policy().shape()));
      facts.put("copies", copies.copies());
      facts.put("ppo", config.toString());
      facts.put("flops_a_step", flops);
      facts.put("floor_is", "arithmetic of a step over the machine's peak on all cores");
      double peak = PeakArithmetic.flopsPerSecond() * Runtime.getRuntime().availableProcessors();
      return new Measurement(name(), found.median(), "steps/s", peak / flops, facts);
    }
  }

  private boolean takesAMinute() {
    return engine == NetworkEngine.TORCH && config.gruUnits() > 0;
  }

  private static void advance(PpoTrainer trainer, int advances) {
    for (int i = 0; i < advances; i++) {
      trainer.advance();
    }
  }

  /** Of one pass in the rollout, and of each epoch. */
  private double flopsOfStep(VectorEnv copies) {
    int outputs =
        copies.actionSpace() instanceof Space.Discrete d
            ? d.choices()
            : copies.actionSpace().width();
    double weights = weights(copies.observationSpace().width(), outputs);
    return 2 * weights * (1 + PASSES_OF_AN_EPOCH * config.nEpochs());
  }

  private double weights(int inputs, int outputs) {
    double hidden = 0;
    int below = inputs;
    for (int width : config.hidden()) {
      hidden += (double) below * width;
      below = width;
    }
    if (config.gruUnits() == 0) {
      return 2 * hidden + (double) below * (outputs + 1);
    }
    double gates = 3.0 * config.gruUnits() * (below + config.gruUnits());
    return hidden + gates + (double) config.gruUnits() * (outputs + 1);
  }
}
