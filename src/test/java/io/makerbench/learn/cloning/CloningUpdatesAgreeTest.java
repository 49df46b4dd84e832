package io.makerbench.learn.cloning;

import io.makerbench.env.Space;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.net.WholeUpdates;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whole updates of cloning are the same on every engine, for every head, loss and dropout. */
class CloningUpdatesAgreeTest {
  private static final int ROWS = 50;
  private static final double RATE = 1e-3;

  @Property(tries = 40, seed = "1", shrinking = ShrinkingMode.OFF)
  void cloning(@ForAll long seed) {
    compare(seed, WholeUpdates::agree);
  }

  @Property(tries = 1500, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void muchCloning(@ForAll long seed) {
    compare(seed, WholeUpdates::agreeStepByStep);
  }

  private static void compare(long seed, Consumer<WholeUpdates.Learning> agreement) {
    RandomStream random = RandomStream.named(seed, "updates", 0);
    Space space = anySpace(random);
    boolean choices = space instanceof Space.Discrete || space instanceof Space.MultiDiscrete;
    CloningConfig config = anyConfig(choices, random);
    Demonstrations kept = demonstrations(space, 1 + random.nextInt(12), random);
    int[] rows = IntStream.range(0, ROWS).toArray();
    int outputs = Losses.of(space, config, kept, rows).outputs();
    NetworkShape shape = CloneShape.of(config, kept.width(), outputs);
    NetworkState start = NetworkState.fresh(NetworkArbitraries.parameters(shape, random));
    agreement.accept(networks -> {
      TrainableNetwork network = networks.apply(shape);
      network.restore(start);
      RandomStream dropout = RandomStream.named(seed, "dropout", 0);
      return learn(
          new CloningLearner(config, network, Losses.of(space, config, kept, rows), kept, dropout),
          rows);
    });
  }

  private static List<Double> learn(CloningLearner learner, int[] rows) {
    List<Double> told = new ArrayList<>();
    for (int next = 0; next < rows.length; ) {
      next += learner.learn(rows, next, RATE);
      told.add(learner.figures().loss());
      told.add(learner.figures().gradientNorm());
    }
    return told;
  }

  private static Space anySpace(RandomStream random) {
    int width = 1 + random.nextInt(3);
    return switch (random.nextInt(5)) {
      case 0 -> new Space.Discrete(2 + random.nextInt(6));
      case 1 -> new Space.MultiDiscrete(List.of(2, 1 + random.nextInt(4), 3));
      case 2 -> new Space.Box(width, -1.5, 0.5);
      case 3 -> new Space.Box(width, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      default -> new Space.Simplex(width + 1);
    };
  }

  private static CloningConfig anyConfig(boolean choices, RandomStream random) {
    return CloningConfigs.of(
        """
        {"batch_size": %d, "weight_decay": %s, "max_grad_norm": %s, "hidden": [%d, %d],
         "activation": "%s", "layer_norm": %s, "dropout": %s, "number_loss": "%s",
         "focal_gamma": %s, "balance": "%s"}
        """
            .formatted(
                10 + random.nextInt(15),
                random.nextInt(2) * 0.01,
                random.nextInt(2) == 0 ? 0.1 : 100,
                8 + random.nextInt(20),
                8 + random.nextInt(12),
                List.of("tanh", "relu", "leaky_relu").get(random.nextInt(3)),
                random.nextInt(2) == 0,
                random.nextInt(2) * 0.3,
                random.nextInt(2) == 0 ? "mse" : "huber",
                random.nextInt(3),
                choices && random.nextInt(2) == 0 ? "weights" : "none"));
  }

  private static Demonstrations demonstrations(Space space, int width, RandomStream random) {
    float[] actions = new float[ROWS * space.width()];
    for (int row = 0; row < ROWS; row++) {
      act(space, actions, row * space.width(), random);
    }
    float[] observations = NetworkArbitraries.numbers(ROWS * width, random);
    return new Demonstrations(width, space.width(), observations, actions, new int[ROWS]);
  }

  private static void act(Space space, float[] actions, int at, RandomStream random) {
    switch (space) {
      case Space.Discrete one -> actions[at] = random.nextInt(one.choices());
      case Space.MultiDiscrete several -> {
        for (int i = 0; i < several.width(); i++) {
          actions[at + i] = random.nextInt(several.choices().get(i));
        }
      }
      case Space.Box box -> {
        for (int i = 0; i < box.width(); i++) {
          actions[at + i] = (float) Math.clamp(random.nextGaussian(), box.low(), box.high());
        }
      }
      case Space.Simplex simplex -> {
        for (int i = 0; i < simplex.width(); i++) {
          actions[at + i] = 1f / simplex.width();
        }
      }
    }
  }
}
