package io.makerbench.learn.cloning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.env.Space;
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

  /** Demonstrations go up with the first epoch; with each its order, and zeroes of dropout. */
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
      actions[row] = random.nextInt(3);
    }
    Demonstrations kept =
        new Demonstrations(
            WIDTH, 1, NetworkArbitraries.numbers(ROWS * WIDTH, random), actions, new int[ROWS]);
    int[] rows = IntStream.range(0, ROWS).toArray();
    RowLoss loss = Losses.of(new Space.Discrete(3), config, kept, rows);
    NetworkShape shape = CloneShape.of(config, WIDTH, loss.outputs());
    try (TorchTrainable network =
            new TorchTrainable(shape, Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
        CloningLearner learner = new CloningLearner(config, network, loss, kept, random)) {
      network.restore(NetworkState.fresh(NetworkArbitraries.parameters(shape, random)));
      Transfers start = network.transfers();
      epoch(learner, rows);
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
    }
  }

  private static void epoch(CloningLearner learner, int[] rows) {
    for (int next = 0; next < rows.length; ) {
      next += learner.learn(rows, next, 1e-3);
    }
  }
}
