package io.makerbench.bench;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.dqn.DqnTrainer;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Updates of the published Q-network by the published learner, batch 512. */
record DqnBenchmark(NetworkEngine engine) implements Benchmark {
  private static final int OBSERVATION = 35;
  private static final int ACTIONS = 16;
  private static final int UPDATES = 200;
  private static final int REPLAY = 2000;

  /**
   * Passes over the network in one update: forward of two batches by the online net and one by the
   * target, and a backward that costs two forwards.
   */
  private static final double FORWARD_PASSES = 5;

  @Override
  public String name() {
    return EngineName.of(Dqn.NAME, engine);
  }

  @Override
  public String help() {
    return "updates/s of the published DQN (35-256-128-16 dueling, double, batch 512)";
  }

  @Override
  public Measurement measure(Settings settings) {
    DqnConfig config = config();
    Compute compute = new Compute(engine, ComputeDevice.CPU);
    try (NoiseEnv env = new NoiseEnv(OBSERVATION, ACTIONS);
        DqnTrainer trainer = new DqnTrainer(config, env, 1, compute, TrainerListener.SILENT)) {
      for (int i = 0; i <= REPLAY; i++) {
        trainer.advance();
      }
      Repetitions found = Repetitions.of(() -> Repetitions.rate(UPDATES, () -> train(trainer)));
      Map<String, Object> facts = found.config();
      double flops = flopsOfUpdate(config);
      facts.put("engine", compute.engineVersion(trainer.policy().shape()));
      facts.put("batch_size", config.batchSize());
      facts.put("floor_is", "arithmetic of one update over the machine's peak on all cores");
      double peak = PeakArithmetic.flopsPerSecond() * Runtime.getRuntime().availableProcessors();
      return new Measurement(name(), found.median(), "updates/s", peak / flops, facts);
    }
  }

  private static void train(DqnTrainer trainer) {
    for (int i = 0; i < UPDATES; i++) {
      trainer.advance();
    }
  }

  private static DqnConfig config() {
    ObjectNode tree = ConfigFiles.defaults();
    ObjectNode dqn = (ObjectNode) tree.get("dqn");
    dqn.put("min_replay", REPLAY).put("mdp_step_warmup", 0).put("train_freq", 1);
    ((ObjectNode) tree.get("agent")).put("type", Dqn.NAME);
    ExperimentConfig config = ConfigFiles.read(tree, "benchmark");
    return config.dqn();
  }

  private static double flopsOfUpdate(DqnConfig config) {
    double weights = 0;
    int below = OBSERVATION;
    for (int width : config.hidden()) {
      weights += (double) below * width;
      below = width;
    }
    weights += (double) below * (ACTIONS + 1);
    return 2 * weights * config.batchSize() * FORWARD_PASSES;
  }
}
