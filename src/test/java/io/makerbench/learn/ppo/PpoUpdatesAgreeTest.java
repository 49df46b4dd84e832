package io.makerbench.learn.ppo;

import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.DoubleNetwork;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.net.WholeUpdates;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whole updates of PPO and A2C are the same on every engine, for every kind of action and net. */
class PpoUpdatesAgreeTest {
  private static final int ROLLOUTS = 2;
  private static final long SHUFFLING = 3;

  /** How far the policy has moved since the rollout: some ratios are then beyond the clip range. */
  private static final double MOVED = 0.3;

  private static final double ENDS = 0.1;

  @Property(tries = 40, seed = "1", shrinking = ShrinkingMode.OFF)
  void ppo(@ForAll long seed) {
    compare(seed, PpoUpdatesAgreeTest::anyPpo, WholeUpdates::agree);
  }

  @Property(tries = 10, seed = "1", shrinking = ShrinkingMode.OFF)
  void a2c(@ForAll long seed) {
    compare(seed, PpoUpdatesAgreeTest::anyA2c, WholeUpdates::agree);
  }

  @Property(tries = 1500, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void muchPpo(@ForAll long seed) {
    compare(seed, PpoUpdatesAgreeTest::anyPpo, WholeUpdates::agreeStepByStep);
  }

  @Property(tries = 300, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void muchA2c(@ForAll long seed) {
    compare(seed, PpoUpdatesAgreeTest::anyA2c, WholeUpdates::agreeStepByStep);
  }

  private static void compare(
      long seed,
      Function<RandomStream, PpoConfig> settings,
      Consumer<WholeUpdates.Learning> agreement) {
    RandomStream random = RandomStream.named(seed, "updates", 0);
    Space space = anySpace(random);
    PpoConfig config = settings.apply(random);
    int inputs = 1 + random.nextInt(12);
    int copies = 1 + random.nextInt(4);
    ActionDistribution distribution = ActionDistribution.of(space);
    NetworkShape shape = ActorCriticShape.of(config, inputs, distribution.outputs());
    NetworkState start = NetworkState.fresh(NetworkArbitraries.parameters(shape, random));
    Rollout rollout =
        new Rollout(
            config.nSteps(),
            copies,
            inputs,
            distribution.width(),
            shape.stateWidth(),
            config.sequence());
    fill(rollout, distribution, shape, start, random);
    agreement.accept(networks -> learn(config, space, networks.apply(shape), start, rollout));
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

  private static PpoConfig anyPpo(RandomStream random) {
    PpoConfigs settings =
        new PpoConfigs()
            .put("lr", 1e-3)
            .put("n_steps", 4 + random.nextInt(8))
            .put("minibatch_size", 16 + random.nextInt(24))
            .put("n_epochs", 1 + random.nextInt(2))
            .put("normalize_advantage", random.nextInt(2) == 0)
            .put("ent_coef", random.nextInt(2) * 0.02)
            .put("max_grad_norm", random.nextInt(2) == 0 ? 0.1 : 100.0)
            .put("normalize_values", random.nextInt(2) == 0)
            .put("hidden", new int[] {6 + random.nextInt(16), 8 + random.nextInt(16)})
            .put("activation", random.nextInt(2) == 0 ? "tanh" : "relu")
            .put("layer_norm", random.nextInt(3) == 0)
            .put("shared_trunk", random.nextInt(2) == 0)
            .put("gru_units", random.nextInt(2) * (4 + random.nextInt(14)));
    if (random.nextInt(2) == 0) {
      settings.put("clip_range_value", 0.2);
    }
    return settings.build();
  }

  private static PpoConfig anyA2c(RandomStream random) {
    int gru = random.nextInt(2) * (4 + random.nextInt(14));
    return A2cConfigs.of(5 + random.nextInt(8), random.nextInt(2) * 0.01, gru).asPpo();
  }

  /** What copies might have met, by a policy not far from the one that learns. */
  private static void fill(
      Rollout rollout,
      ActionDistribution distribution,
      NetworkShape shape,
      NetworkState start,
      RandomStream random) {
    float[] free = new float[distribution.free()];
    copy(NetworkArbitraries.numbers(rollout.observations.length, random), rollout.observations);
    copy(NetworkArbitraries.numbers(rollout.startStates.length, random), rollout.startStates);
    for (int row = 0; row < rollout.rows(); row++) {
      rollout.ended[row] = random.nextDouble() < ENDS;
      rollout.begins[row] = row >= rollout.copies && rollout.ended[row - rollout.copies];
      rollout.bootstraps[row] = rollout.ended[row] ? random.nextGaussian() : 0;
      rollout.rewards[row] = random.nextGaussian();
      rollout.discounts[row] = random.nextDouble();
    }
    float[] outputs = new float[rollout.rows() * shape.outputs()];
    new DoubleNetwork(shape, start.parameters())
        .predict(inputs(rollout), outputs, rollout.startStates.clone());
    for (int row = 0; row < rollout.rows(); row++) {
      int at = row * shape.outputs();
      for (int i = 0; i < shape.outputs(); i++) {
        outputs[at + i] += (float) (MOVED * random.nextGaussian());
      }
      int action = row * rollout.actionWidth;
      distribution.look(outputs, at, free);
      distribution.sample(random, rollout.actions, action);
      rollout.logProbabilities[row] = distribution.relativeLogProbability(rollout.actions, action);
      rollout.values[row] = outputs[at + shape.offset(Branch.VALUE)];
    }
    rollout.filled = rollout.steps;
  }

  private static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private static Inputs inputs(Rollout rollout) {
    return rollout.stateWidth == 0
        ? Inputs.rows(rollout.observations, rollout.rows())
        : Inputs.sequences(
            rollout.observations,
            rollout.steps,
            rollout.copies,
            rollout.startStates,
            rollout.begins);
  }

  private static List<Double> learn(
      PpoConfig config,
      Space space,
      TrainableNetwork network,
      NetworkState start,
      Rollout rollout) {
    network.restore(start);
    ActionDistribution distribution = ActionDistribution.of(space);
    FreeParameters free = FreeParameters.fresh(distribution.free(), 0);
    PpoLearner learner =
        new PpoLearner(
            config, distribution, network, free, new RunningMoments(1), rollout, 2, SHUFFLING);
    List<Double> told = new ArrayList<>();
    for (int i = 0; i < ROLLOUTS; i++) {
      PpoUpdate update = learner.update(rollout, new double[rollout.copies], 0);
      told.addAll(
          List.of(
              update.policyLoss(),
              update.valueLoss(),
              update.entropy(),
              update.divergence(),
              update.gradientNorm()));
    }
    for (float value : free.values) {
      told.add((double) value);
    }
    return told;
  }
}
