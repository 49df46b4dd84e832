package io.makerbench.learn.dqn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.torch.Precision;
import io.makerbench.learn.torch.TorchTrainable;
import io.makerbench.learn.torch.Transfers;
import io.makerbench.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes between the heap and a device in updates of DQN, to the byte. */
class DqnTransfersTest {
  private static final int WIDTH = 5;
  private static final int BATCH = 32;
  private static final int CAPACITY = 64;
  private static final QNetwork NETWORK =
      new QNetwork(WIDTH, List.of(8), Norm.NONE, 3, Head.DUELING);
  private static final int ENTRY_UP = WIDTH * Float.BYTES + Long.BYTES;
  private static final int TRANSITION_UP = 3 * Float.BYTES + 2 * Long.BYTES;

  private final RandomStream random = RandomStream.named(1, "transfers", 0);
  private final ReplayBuffer buffer = new ReplayBuffer(CAPACITY, WIDTH, new Priorities.Uniform());
  private final Batch batch = new Batch(BATCH, buffer);
  private TorchTrainable online;
  private TorchTrainable target;
  private DqnLearner learner;
  private int last;

  @BeforeEach
  void open() {
    online = network();
    target = network();
    DqnConfigs config = new DqnConfigs();
    config.batchSize = BATCH;
    LearnerState state = LearnerState.fresh(NETWORK.initial(random));
    learner = new DqnLearner(NETWORK, config.build(), online, target, state);
    last = buffer.append(observation(), 0);
    act(CAPACITY / 2);
    learn();
    learner.found();
  }

  @AfterEach
  void close() {
    learner.close();
  }

  private static TorchTrainable network() {
    return new TorchTrainable(
        NETWORK.shape(), Engine.getEngine("PyTorch"), Device.cpu(), Precision.SINGLE);
  }

  private float[] observation() {
    float[] observation = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      observation[i] = (float) random.nextGaussian();
    }
    return observation;
  }

  /** Adds transitions to the buffer. */
  private void act(int times) {
    for (int i = 0; i < times; i++) {
      int next = buffer.append(observation(), 0);
      buffer.connect(last, random.nextInt(3), random.nextGaussian(), 0.9, next);
      last = next;
    }
  }

  private void learn() {
    buffer.draw(random, batch);
    learner.learn(batch);
  }

  private Transfers during(Runnable work) {
    Transfers before = online.transfers();
    Transfers beforeOfTarget = target.transfers();
    work.run();
    assertEquals(beforeOfTarget, target.transfers());
    return online.transfers().since(before);
  }

  @Test
  void anUpdateSendsIndicesAndReadsNothing() {
    Transfers update = during(this::learn);
    assertEquals(new Transfers(1, BATCH * Long.BYTES, 0, 0), update);
  }

  @Test
  void figuresOfSeveralUpdatesComeBackTogether() {
    for (int i = 0; i < 3; i++) {
      learn();
    }
    Transfers reading = during(() -> assertEquals(3, learner.found().size()));
    assertEquals(new Transfers(0, 0, 1, 3 * 3 * Double.BYTES), reading);
    assertTrue(learner.found().isEmpty());
  }

  /** Also past the end of the ring, where entries give way to others. */
  @Test
  void aTransitionGoesUpOnce() {
    act(CAPACITY);
    learn();
    act(7);
    Transfers update = during(this::learn);
    assertEquals(BATCH * Long.BYTES + 7 * (ENTRY_UP + TRANSITION_UP), update.bytesUp());
    assertEquals(0, update.bytesDown());
    assertEquals(BATCH * Long.BYTES, during(this::learn).bytesUp());
  }

  @Test
  void errorsComeBackWhereTheyAreAskedFor() {
    learn();
    Transfers reading = during(() -> assertEquals(BATCH, learner.errors().length));
    assertEquals(new Transfers(0, 0, 1, BATCH * Float.BYTES), reading);
  }
}
