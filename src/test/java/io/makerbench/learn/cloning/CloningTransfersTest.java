package io.makerbench.learn.cloning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.torch.Transfers;
import io.makerbench.random.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes between the heap and a device in an epoch of cloning, to the byte. */
class CloningTransfersTest {
  private static final int ROWS = 60;
  private static final int WIDTH = 4;
  private static final int BATCH = 20;
  private static final int HIDDEN = 8;
  private static final int HELD_OUT = 45;
  private static final int CHOICES = 3;
  private static final Space SPACE = new Space.Discrete(CHOICES);

  /**
   * Demonstrations go up with the first epoch, rows held out before it; with each epoch its order,
   * and zeroes of dropout, and back comes what they are judged by.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25})
  void anEpochSendsItsOrderAndTheZeroesOfItsDropout(double rate) {
    CloningConfig config =
        CloningConfigs.of(
            "{\"batch_size\": %d, \"hidden\": [%d], \"dropout\": %s}"
                .formatted(BATCH, HIDDEN, rate));
    RandomStream random = RandomStream.named(1, "transfers", 0);
    float[] actions = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      actions[row] = random.nextInt(CHOICES);
    }
    Demonstrations kept =
        new Demonstrations(
            WIDTH, 1, NetworkArbitraries.numbers(ROWS * WIDTH, random), actions, new int[ROWS]);
    int[] rows = IntStream.range(0, ROWS).toArray();
    int[] held = IntStream.range(ROWS - HELD_OUT, ROWS).toArray();
    RowLoss loss = Losses.of(SPACE, config, kept, rows);
    NetworkShape shape = CloneShape.of(config, WIDTH, loss.outputs());
    try (TorchTrainable network =
            new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
        CloningLearner learner = new CloningLearner(config, network, loss, kept, random);
        Examination examination =
            Examination.of(network, loss, kept, held, new DistributionRule(shape, SPACE), BATCH)) {
      network.restore(NetworkState.fresh(NetworkArbitraries.parameters(shape, random)));
      Transfers start = network.transfers();
      assertEquals(
          HELD_OUT * (WIDTH + 1L) * Float.BYTES, start.bytesUp(), "rows held out, with the start");
      epoch(learner, rows);
      examination.of(new Agreement(SPACE));
      Transfers second = network.transfers();
      epoch(learner, rows);
      Transfers found = network.transfers().since(second);
      int minibatches = ROWS / BATCH;
      long order = (long) ROWS * Long.BYTES;
      long zeroes = rate == 0 ? 0 : (long) ROWS * HIDDEN * Float.BYTES;
      assertEquals(new Transfers(rate == 0 ? 1 : 1 + minibatches, order + zeroes, 0, 0), found);
      assertTrue(
          second.since(start).bytesUp() >= order + zeroes + ROWS * (WIDTH + 1L) * Float.BYTES);
      assertTrue(learner.figures().isFinite());
      assertEquals(
          2 * Double.BYTES, network.transfers().since(second).bytesDown(), "figures, when asked");
      Transfers third = network.transfers();
      assertTrue(Double.isFinite(examination.of(new Agreement(SPACE))));
      assertEquals(
          new Transfers(0, 0, 1, (1 + 2 * CHOICES) * Double.BYTES),
          network.transfers().since(third),
          "the loss, and what was right and wanted of each choice");
    }
  }

  private static void epoch(CloningLearner learner, int[] rows) {
    for (int next = 0; next < rows.length; ) {
      next += learner.learn(rows, next, 1e-3);
    }
  }
}
