package io.makerbench.learn.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The update of DQN, by hand and by finite differences, on both engines. */
@ParameterizedClass
@EnumSource(
    value = NetworkEngine.class,
    names = {"VECTOR", "TORCH"})
class DqnLearnerTest {
  @Parameter private NetworkEngine engine = NetworkEngine.AUTO;

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final float[] PAIR_ONLINE = {1, 0, 0, 1, 0.5f, 0};
  private static final float[] PAIR_TARGET = {2, 0, 0, 3, 0, 0.25f};

  /** Two inputs, two actions, no hidden layer: Q = Wx + b. */
  private static final QNetwork PAIR = new QNetwork(2, List.of(), Norm.LAYER, 2, Head.PLAIN);

  /*
   * s = (1, 2), a = 0: Q(s, 0) = 1 + 0.5 = 1.5. s' = (1, 1): online (1.5, 1), so a' = 0; target
   * (2, 3.25), so double DQN takes 2 and plain DQN 3.25. With r = 1, γ = 0.5: goals 2 and 2.625,
   * errors −0.5 and −1.125; Huber 0.125 and 0.625, squares 0.25 and 1.265625.
   */
  @Test
  void goalsAndLossesAreThoseByHand() {
    assertEquals(0.125, pairLoss(true, true), 1e-6);
    assertEquals(0.625, pairLoss(false, true), 1e-6);
    assertEquals(0.25, pairLoss(true, false), 1e-6);
    assertEquals(1.265625, pairLoss(false, false), 1e-6);
  }

  private float pairLoss(boolean doubleDqn, boolean huber) {
    DqnConfigs config = pairConfig();
    config.doubleDqn = doubleDqn;
    config.huber = huber;
    try (DqnLearner learner = learner(PAIR, config, pairState())) {
      DqnLearner.Update update = Drawn.learn(learner, pairBatch(0.5f));
      assertEquals(1.5, update.meanQ(), 1e-6);
      return update.loss();
    }
  }

  /** The gradient of Huber's loss is the error −0.5: −0.5·s in the row of a, −0.5 in its bias. */
  @Test
  void gradientIsThatByHand() {
    try (DqnLearner learner = learner(PAIR, pairConfig(), pairState())) {
      assertEquals(
          0.5 * Math.sqrt(1 + 4 + 1), Drawn.learn(learner, pairBatch(0.5f)).gradientNorm(), 1e-6);
      assertArrayEquals(
          new float[] {-0.05f, -0.1f, 0, 0, -0.05f, 0}, learner.state().online().mean(), 1e-7f);
    }
  }

  @Test
  void gradientIsClippedByItsWholeNorm() {
    DqnConfigs config = pairConfig();
    config.maxGradNorm = 0.25 * Math.sqrt(6);
    try (DqnLearner learner = learner(PAIR, config, pairState())) {
      Drawn.learn(learner, pairBatch(0.5f));
      assertArrayEquals(
          new float[] {-0.025f, -0.05f, 0, 0, -0.025f, 0}, learner.state().online().mean(), 1e-7f);
    }
  }

  @Test
  void nothingIsBootstrappedWhereTheDiscountIsZero() {
    try (DqnLearner learner = learner(PAIR, pairConfig(), pairState())) {
      assertEquals(0.125, Drawn.learn(learner, pairBatch(0)).loss(), 1e-6);
    }
  }

  @Test
  void targetFollowsSoftlyOrWhole() {
    DqnConfigs soft = pairConfig();
    soft.tau = 0.25;
    try (DqnLearner learner = learner(PAIR, soft, pairState())) {
      Drawn.learn(learner, pairBatch(0.5f));
      float[] online = learner.state().online().parameters();
      for (int i = 0; i < online.length; i++) {
        assertEquals(0.75 * PAIR_TARGET[i] + 0.25 * online[i], learner.state().target()[i], 1e-6);
      }
    }
    DqnConfigs hard = pairConfig();
    hard.hardSync = true;
    hard.syncInterval = 2;
    try (DqnLearner learner = learner(PAIR, hard, pairState())) {
      Drawn.learn(learner, pairBatch(0.5f));
      assertArrayEquals(PAIR_TARGET, learner.state().target());
      Drawn.learn(learner, pairBatch(0.5f));
      assertArrayEquals(learner.state().online().parameters(), learner.state().target());
    }
  }

  @Test
  void stepsAreThoseOfAdamWByHand() {
    DqnConfigs config = pairConfig();
    config.lr = 0.01;
    config.weightDecay = 0.1;
    config.doubleDqn = false;
    try (DqnLearner learner = learner(PAIR, config, pairState())) {
      double[] weights = widened(PAIR_ONLINE);
      double[] mean = new double[weights.length];
      double[] variance = new double[weights.length];
      for (int step = 1; step <= 5; step++) {
        float[] before = learner.state().online().mean();
        Drawn.learn(learner, pairBatch(0.5f));
        float[] after = learner.state().online().mean();
        for (int i = 0; i < weights.length; i++) {
          double gradient = (after[i] - BETA1 * before[i]) / (1 - BETA1);
          mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient;
          variance[i] = BETA2 * variance[i] + (1 - BETA2) * gradient * gradient;
          double m = mean[i] / (1 - Math.pow(BETA1, step));
          double v = variance[i] / (1 - Math.pow(BETA2, step));
          weights[i] -= 0.01 * 0.1 * weights[i] + 0.01 * m / (Math.sqrt(v) + 1e-8);
        }
        float[] learnt = learner.state().online().parameters();
        for (int i = 0; i < weights.length; i++) {
          assertEquals(weights[i], learnt[i], 1e-5, "step " + step + ", parameter " + i);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Head.class)
  void gradientIsThatOfFiniteDifferences(Head head) {
    QNetwork network = new QNetwork(3, List.of(6, 5), Norm.LAYER, 4, head);
    DqnConfigs config = pairConfig();
    config.doubleDqn = false;
    config.huber = false;
    RandomStream random = RandomStream.named(8, "gradient", 0);
    float[] online = network.initial(random);
    float[] target = network.initial(random);
    Batch batch = randomBatch(16, network, random);
    float[] gradient = learnt(network, config, online, target, batch).online().mean();
    float step = 5e-3f;
    for (int i = 0; i < online.length; i++) {
      float[] up = online.clone();
      up[i] += step;
      float[] down = online.clone();
      down[i] -= step;
      double numeric =
          (loss(network, config, up, target, batch) - loss(network, config, down, target, batch))
              / (up[i] - down[i]);
      assertEquals(numeric, gradient[i] / (1 - BETA1), 2e-2, "parameter " + i);
    }
  }

  @Test
  void twoLearnersWorkSideBySide() throws Exception {
    QNetwork network = new QNetwork(35, List.of(64), Norm.LAYER, 16, Head.DUELING);
    Callable<float[]> training =
        () -> {
          RandomStream random = RandomStream.named(8, "side", 0);
          DqnConfigs config = new DqnConfigs();
          Batch batch = randomBatch(64, network, random);
          try (DqnLearner learner =
              learner(network, config, LearnerState.fresh(network.initial(random)))) {
            for (int i = 0; i < 200; i++) {
              Drawn.learn(learner, batch);
            }
            return learner.state().online().parameters();
          }
        };
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      var results = two.invokeAll(List.of(training, training));
      assertArrayEquals(results.getFirst().get(), results.getLast().get());
    }
  }

  private LearnerState learnt(
      QNetwork network, DqnConfigs config, float[] online, float[] target, Batch batch) {
    try (DqnLearner learner = learner(network, config, state(online, target))) {
      Drawn.learn(learner, batch);
      return learner.state();
    }
  }

  private double loss(
      QNetwork network, DqnConfigs config, float[] online, float[] target, Batch batch) {
    try (DqnLearner learner = learner(network, config, state(online, target))) {
      return Drawn.learn(learner, batch).loss();
    }
  }

  private static LearnerState pairState() {
    return state(PAIR_ONLINE, PAIR_TARGET);
  }

  private static LearnerState state(float[] online, float[] target) {
    return new LearnerState(NetworkState.fresh(online), target);
  }

  private static DqnConfigs pairConfig() {
    DqnConfigs config = new DqnConfigs();
    config.maxGradNorm = 1e9;
    return config;
  }

  private static Batch pairBatch(float discount) {
    return new Drawn(1, 2).add(0, new float[] {1, 2, 1, 1}, 0, 1, 0, 1, discount, 1).batch();
  }

  private static Batch randomBatch(int size, QNetwork network, RandomStream random) {
    Drawn drawn = new Drawn(size, network.inputs());
    float[] rows = gaussians(random, 2 * size * network.inputs());
    for (int i = 0; i < size; i++) {
      int action = random.nextInt(network.actions());
      drawn.add(i, rows, i, size + i, action, (float) random.nextGaussian(), 0.9f, 1);
    }
    return drawn.batch();
  }

  private static float[] gaussians(RandomStream random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private DqnLearner learner(QNetwork network, DqnConfigs config, LearnerState state) {
    return new DqnLearner(network, config.build(), new Compute(engine, ComputeDevice.CPU), state);
  }
}
