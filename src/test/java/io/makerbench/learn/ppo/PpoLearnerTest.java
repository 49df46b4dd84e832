package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single updates, on a rollout of actions in a box, which have parameters beside the network. */
class PpoLearnerTest {
  private static final int STEPS = 8;
  private static final double BOUND = 0.05;
  private static final Space BOX = new Space.Box(2, -1, 1);

  private final RandomStream random = RandomStream.named(3, "test", 0);
  private final FreeParameters free = FreeParameters.fresh(2, 0);

  private static PpoConfigs settings() {
    return new PpoConfigs().put("n_steps", STEPS).put("n_epochs", 1).put("minibatch_size", STEPS);
  }

  /** The mean of squares after the first step is a known share of the gradient's squares. */
  @ParameterizedTest
  @CsvSource({"adam, 0.001", "rmsprop, 0.01"})
  void theGradientOfNetworkAndFreeParametersIsClippedByItsWholeNorm(String rule, double share) {
    PpoConfig config = settings().put("optimizer", rule).put("max_grad_norm", BOUND).build();
    try (TrainableNetwork network = network(config)) {
      PpoUpdate update = update(config, network, rollout());
      assertTrue(update.gradientNorm() > BOUND, "clipped at all: " + update.gradientNorm());
      double ofNetwork = sum(network.state().variance());
      double ofFree = sum(free("free_variance"));
      assertTrue(ofFree > 1e-3 * ofNetwork, "the free parameters have their part");
      assertEquals(BOUND, Math.sqrt((ofNetwork + ofFree) / share), 1e-5 * BOUND + 1e-6);
    }
  }

  /** Advantages less their mean over their deviation are the same however large rewards are. */
  @Test
  void advantagesAreScaledInEachMinibatch() {
    PpoConfig config = settings().put("vf_coef", 0.0).put("max_grad_norm", 1e9).build();
    double small = policyNorm(config, 1, 0);
    assertEquals(small, policyNorm(config, 1000, 50), 1e-4 * small);
    PpoConfig raw = settings().put("vf_coef", 0.0).put("normalize_advantage", false).build();
    assertEquals(1000 * policyNorm(raw, 1, 0), policyNorm(raw, 1000, 0), 1);
  }

  private double policyNorm(PpoConfig config, double scale, double shift) {
    try (TrainableNetwork network = network(config)) {
      Rollout rollout = rollout();
      for (int row = 0; row < STEPS; row++) {
        rollout.rewards[row] = scale * Math.sin(row) + shift;
        rollout.ended[row] = true;
      }
      return update(config, network, rollout).gradientNorm();
    }
  }

  /** The value's target is (return − mean) / deviation, its loss the mean square of what is off. */
  @Test
  void valuesAreLearntOnTheScaleOfTheirReturns() {
    PpoConfig config = settings().put("normalize_values", true).build();
    try (TrainableNetwork network = network(config)) {
      Rollout rollout = rollout();
      for (int row = 0; row < STEPS; row++) {
        rollout.rewards[row] = row % 2 == 0 ? 1e6 + 3 : 1e6 - 3;
        rollout.ended[row] = true;
      }
      network.restore(NetworkState.fresh(new float[network.shape().size()]));
      // Outputs are 0, and targets +1 and −1 in turn.
      assertEquals(1, update(config, network, rollout).valueLoss(), 1e-6);
    }
  }

  private Rollout rollout() {
    RandomStream numbers = RandomStream.named(5, "rollout", 0);
    ActionDistribution distribution = ActionDistribution.of(BOX);
    Rollout rollout = new Rollout(STEPS, 1, 1, distribution.width(), 0, 1);
    Arrays.fill(rollout.discounts, 0.9);
    for (int row = 0; row < STEPS; row++) {
      rollout.observations[row] = (float) numbers.nextGaussian();
      rollout.rewards[row] = numbers.nextGaussian();
      distribution.look(new float[4], 0, free.values);
      distribution.sample(numbers, rollout.actions, row * rollout.actionWidth);
      rollout.logProbabilities[row] =
          distribution.relativeLogProbability(rollout.actions, row * rollout.actionWidth);
    }
    rollout.filled = STEPS;
    return rollout;
  }

  private TrainableNetwork network(PpoConfig config) {
    ActionDistribution distribution = ActionDistribution.of(BOX);
    NetworkShape shape = ActorCriticShape.of(config, 1, distribution.outputs());
    VectorNetwork network = new VectorNetwork(shape);
    network.restore(
        NetworkState.fresh(OrthogonalStart.draw(shape, RandomStream.named(1, "network", 0))));
    return network;
  }

  private PpoUpdate update(PpoConfig config, TrainableNetwork network, Rollout rollout) {
    PpoLearner learner =
        new PpoLearner(
            config,
            ActionDistribution.of(BOX),
            network,
            free,
            new RunningMoments(1),
            rollout,
            2,
            random.nextInt(100));
    return learner.update(rollout, new double[1], 0);
  }

  private float[] free(String name) {
    return free.named().stream()
        .filter(array -> array.name().equals(name))
        .map(NamedArray::values)
        .findFirst()
        .orElseThrow();
  }

  private static double sum(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += number;
    }
    return sum;
  }
}
