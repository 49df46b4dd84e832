package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.torch.Transfers;
import io.makerbench.random.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes between the heap and a device in an update, to the byte. */
class PpoTransfersTest {
  private static final int STEPS = 16;
  private static final int COPIES = 8;
  private static final int ROWS = STEPS * COPIES;
  private static final int WIDTH = 5;
  private static final int EPOCHS = 3;

  static Stream<Arguments> actionsAndMemory() {
    return Stream.of(
        Arguments.of(new Space.Discrete(4), 0),
        Arguments.of(new Space.Box(2, -1, 1), 6),
        Arguments.of(new Space.Simplex(3), 6));
  }

  /** However many minibatches there are, none brings its outputs back or its rows up. */
  @ParameterizedTest
  @MethodSource("actionsAndMemory")
  void aRolloutGoesUpOnceAndFiguresComeBackOnce(Space space, int gru) {
    Transfers few = update(settings(gru, ROWS), space);
    Transfers many = update(settings(gru, ROWS / 4), space);
    assertEquals(few, many);
    int free = ActionDistribution.of(space).free();
    assertEquals(1, few.downloads());
    assertEquals((6 + 3 * free) * Double.BYTES, few.bytesDown());
    int actions = ActionDistribution.of(space).width();
    int units = gru == 0 ? ROWS : COPIES;
    long rollout = (long) ROWS * ((WIDTH + actions) * Float.BYTES + 4 * Double.BYTES);
    long memory =
        gru == 0
            ? 0
            : ROWS * Float.BYTES
                + (long) units * (gru * Float.BYTES + Long.BYTES)
                + STEPS * Long.BYTES;
    long orders = (long) EPOCHS * units * Long.BYTES;
    assertEquals(rollout + memory + orders + 3L * free * Float.BYTES, few.bytesUp());
  }

  /** One number a minibatch tells whether the policy has moved far enough. */
  @Test
  void aTargetOfDivergenceCostsANumberAMinibatch() {
    PpoConfigs settings = settings(0, ROWS / 4).put("target_kl", 1000.0);
    Transfers transfers = update(settings, new Space.Discrete(3));
    assertEquals(1 + 4 * EPOCHS, transfers.downloads());
    assertEquals((6 + 4 * EPOCHS) * Double.BYTES, transfers.bytesDown());
  }

  /** By the largest slope gradients are scaled, and the norm tells whether 16 bits held them. */
  @Test
  void mixedPrecisionCostsTwoNumbersAMinibatch() {
    Transfers transfers = update(settings(0, ROWS / 4), new Space.Discrete(3), Precision.MIXED);
    assertEquals(1 + 2 * 4 * EPOCHS, transfers.downloads());
    assertEquals(6 * Double.BYTES + 2 * 4 * EPOCHS * Float.BYTES, transfers.bytesDown());
  }

  /** States stay on the device from step to step: only what the copies see goes up. */
  @Test
  void actingSendsObservationsAndReadsOutputs() {
    int units = 6;
    PpoConfig config = settings(units, ROWS).build();
    NetworkShape shape = ActorCriticShape.of(config, WIDTH, 3);
    float[] seen = new float[COPIES * WIDTH];
    float[] outputs = new float[COPIES * shape.outputs()];
    try (TorchTrainable network =
            new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
        Acting acting = Acting.of(network, COPIES)) {
      Transfers before = network.transfers();
      acting.step(seen, new boolean[COPIES], outputs);
      Transfers step = network.transfers().since(before);
      long up = (long) COPIES * (WIDTH + 1) * Float.BYTES;
      assertEquals(new Transfers(2, up, 1, (long) outputs.length * Float.BYTES), step);
    }
  }

  private static PpoConfigs settings(int gru, int minibatch) {
    return new PpoConfigs()
        .put("n_steps", STEPS)
        .put("minibatch_size", minibatch)
        .put("n_epochs", EPOCHS)
        .put("ent_coef", 0.01)
        .put("gru_units", gru)
        .put("hidden", new int[] {8});
  }

  /** The transfers of the second update: the first one brings up constants as well. */
  private static Transfers update(PpoConfigs settings, Space space) {
    return update(settings, space, Precision.SINGLE);
  }

  private static Transfers update(PpoConfigs settings, Space space, Precision precision) {
    PpoConfig config = settings.build();
    ActionDistribution distribution = ActionDistribution.of(space);
    NetworkShape shape = ActorCriticShape.of(config, WIDTH, distribution.outputs());
    RandomStream random = RandomStream.named(1, "transfers", 0);
    Rollout rollout =
        new Rollout(
            STEPS, COPIES, WIDTH, distribution.width(), shape.stateWidth(), config.sequence());
    FreeParameters free = FreeParameters.fresh(distribution.free(), 0);
    for (int row = 0; row < ROWS; row++) {
      distribution.look(new float[distribution.outputs()], 0, free.values);
      distribution.sample(random, rollout.actions, row * rollout.actionWidth);
      rollout.logProbabilities[row] =
          distribution.relativeLogProbability(rollout.actions, row * rollout.actionWidth);
      rollout.rewards[row] = random.nextGaussian();
    }
    try (TorchTrainable network =
        new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), precision)) {
      network.restore(NetworkState.fresh(OrthogonalStart.draw(shape, random)));
      PpoLearner learner =
          new PpoLearner(config, distribution, network, free, new RunningMoments(1), rollout, 1, 1);
      learner.update(rollout, new double[COPIES], 0);
      Transfers before = network.transfers();
      PpoUpdate found = learner.update(rollout, new double[COPIES], 0);
      assertTrue(found.gradientNorm() > 0);
      return network.transfers().since(before);
    }
  }
}
