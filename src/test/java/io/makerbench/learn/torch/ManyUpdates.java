package io.makerbench.learn.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.random.RandomStream;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.control.ControlSystem;
import io.makerbench.system.control.Problem;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import javax.management.ObjectName;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that makes many updates of a small net and tells its memory before and after. Its
 * argument says whose: those of a network alone, with numbers from the heap or on its device, or
 * those of an algorithm's whole training.
 */
final class ManyUpdates {
  static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 20_000;
  private static final int UPDATES = 100_000;
  private static final int ROWS = 16;
  private static final int COPIES = 4;

  /** Minibatches of an advance of {@link #ppo}, as its epochs say. */
  private static final int PPO_UPDATES = 50;

  /** Minibatches of an advance of cloning. */
  private static final int CLONING_UPDATES = 16;

  private static final String ARRAYS = "ai.djl.pytorch.engine.PtNDArray";

  private static final NetworkShape SHAPE =
      new NetworkShape(
          4,
          List.of(new Layer.Dense("0", 16), new Layer.Norm("1"), new Layer.Tanh()),
          List.of(
              new Branch("policy", List.of(new Layer.Dropout(0.1), new Layer.Dense("policy", 2))),
              new Branch("value", List.of(new Layer.Dense("value", 1)))));

  private ManyUpdates() {}

  /** Prints live arrays and resident memory in KiB, a line each before and after. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "heap" -> networks(ManyUpdates::heap);
      case "device" -> networks(ManyUpdates::device);
      case "ppo" -> training(ppo(), PPO_UPDATES);
      case "dqn" -> training(dqn(), COPIES);
      default -> training(cloning(), CLONING_UPDATES);
    }
  }

  private static void measure(IntConsumer updates) throws Exception {
    updates.accept(WARM_UP);
    System.out.println("memory " + liveArrays() + " " + residentKib());
    updates.accept(UPDATES);
    System.out.println("memory " + liveArrays() + " " + residentKib());
  }

  /** Work on a network and another that follows it. */
  private interface Pair {
    IntConsumer updates(TorchTrainable network, TorchTrainable target);
  }

  private static void networks(Pair pair) throws Exception {
    Engine engine = Engine.getEngine("PyTorch");
    try (TorchTrainable network =
            new TorchTrainable(SHAPE, engine, Device.cpu(), Precision.SINGLE);
        TorchTrainable target = new TorchTrainable(SHAPE, engine, Device.cpu(), Precision.SINGLE)) {
      measure(pair.updates(network, target));
    }
  }

  private static float[] slopes(RandomStream random) {
    float[] slopes = new float[ROWS * SHAPE.outputs()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) random.nextGaussian();
    }
    return slopes;
  }

  private static IntConsumer heap(TorchTrainable network, TorchTrainable target) {
    RandomStream random = RandomStream.named(1, "memory", 0);
    float[] slopes = slopes(random);
    float[] outputs = new float[slopes.length];
    Inputs inputs = Inputs.rows(new float[ROWS * SHAPE.inputs()], ROWS);
    return updates -> {
      for (int i = 0; i < updates; i++) {
        network.predict(inputs, outputs, outputs);
        network.forward(inputs, outputs, random);
        network.backward(slopes);
        network.step(OptimiserRule.adam(1e-5), 1e-3, 0.5);
        target.follow(network, 0.01);
      }
    };
  }

  private static IntConsumer device(TorchTrainable network, TorchTrainable target) {
    RandomStream random = RandomStream.named(1, "memory", 0);
    float[] slopes = slopes(random);
    float[] observations = new float[ROWS * SHAPE.inputs()];
    return updates -> {
      for (int i = 0; i < updates; i++) {
        try (TensorWork work = network.work()) {
          NDArray seen = work.up(observations, new Shape(ROWS, SHAPE.inputs()));
          target.predict(work, TensorInputs.rows(seen));
          NDArray outputs = network.forward(work, TensorInputs.rows(seen), random);
          NDArray norm =
              network.backward(work, outputs, work.up(slopes, new Shape(ROWS, SHAPE.outputs())));
          network.step(work, OptimiserRule.adam(1e-5), 1e-3, norm.mul(work.scalar(0.1)));
        }
        target.follow(network, 0.01);
      }
    };
  }

  private static void training(Algorithm algorithm, int updatesOfAdvance) throws Exception {
    Compute torch = new Compute(NetworkEngine.TORCH, ComputeDevice.CPU);
    try (VectorEnv env = Problem.CARTPOLE.env(COPIES, 1, "training");
        Trainer trainer = algorithm.start(env, 1, torch, TrainerListener.SILENT)) {
      measure(updates -> {
        for (int i = 0; i < updates; i += updatesOfAdvance) {
          trainer.advance();
        }
      });
    }
  }

  /** Two steps of four copies make a rollout of one minibatch a passage. */
  private static Algorithm ppo() {
    PpoConfig config =
        read(
            """
            {"n_steps": 2, "minibatch_size": 8, "n_epochs": 100, "hidden": [16], "gru_units": 8,
             "ent_coef": 0.01, "target_kl": 1000, "total_ticks": 1000000000}
            """,
            PpoConfig.class);
    return Ppo.of(config, new Space.Discrete(2));
  }

  private static Algorithm dqn() {
    return new Dqn(
        read(
            """
            {"min_replay": 40, "mdp_step_warmup": 0, "batch_size": 16, "train_freq": 1,
             "replay_capacity": 256, "prioritised_replay": true, "num_episodes": 1000000,
             "hidden": [16]}
            """,
            DqnConfig.class));
  }

  private static Algorithm cloning() {
    ControlSystem control = new ControlSystem();
    return new Cloning(
        read(
            """
            {"expert": "scripted", "demonstrations": 400, "batch_size": 16, "epochs": 1000000,
             "patience": 0, "hidden": [16], "dropout": 0.2}
            """,
            CloningConfig.class),
        control.open(read("{}", control.configType()), new Place(null, Path.of(".")), 1, null));
  }

  private static <C extends Record> C read(String json, Class<C> type) {
    return new ConfigReader(ConfigSchema.of(type))
        .read(JsonMapper.shared().readTree(json), type, "test");
  }

  /** Arrays that Java still holds, by the histogram of the heap after a collection. */
  private static long liveArrays() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(" " + ARRAYS + " ") || line.endsWith(" " + ARRAYS))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
        .sum();
  }

  private static long residentKib() throws Exception {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
        .findFirst()
        .orElseThrow();
  }
}
