package io.makerbench.learn.dqn;

import io.makerbench.learn.acting.Head;
import io.makerbench.learn.acting.Norm;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.net.NetworkArbitraries;
import io.makerbench.learn.net.NetworkShape;
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

/** Whole updates of DQN are the same on every engine, for every head, loss, target and norm. */
class DqnUpdatesAgreeTest {
  private static final int UPDATES = 5;

  @Property(tries = 30, seed = "1", shrinking = ShrinkingMode.OFF)
  void dqn(@ForAll long seed) {
    compare(seed, WholeUpdates::agree);
  }

  @Property(tries = 1500, seed = "2", shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void muchDqn(@ForAll long seed) {
    compare(seed, WholeUpdates::agreeStepByStep);
  }

  private static void compare(long seed, Consumer<WholeUpdates.Learning> agreement) {
    RandomStream random = RandomStream.named(seed, "updates", 0);
    DqnConfig config = anyConfig(random);
    QNetwork network =
        new QNetwork(
            1 + random.nextInt(20),
            List.of(8 + random.nextInt(30), 8 + random.nextInt(12)),
            random.nextInt(2) == 0 ? Norm.LAYER : Norm.NONE,
            2 + random.nextInt(8),
            random.nextInt(2) == 0 ? Head.DUELING : Head.PLAIN);
    LearnerState start = LearnerState.fresh(NetworkArbitraries.parameters(network.shape(), random));
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < UPDATES; i++) {
      batches.add(batch(config.batchSize(), network, random));
    }
    agreement.accept(networks -> learn(config, network, start, batches, networks));
  }

  private static DqnConfig anyConfig(RandomStream random) {
    DqnConfigs settings = new DqnConfigs();
    settings.huber = random.nextInt(2) == 0;
    settings.doubleDqn = random.nextInt(2) == 0;
    settings.hardSync = random.nextInt(2) == 0;
    settings.syncInterval = 2;
    settings.weightDecay = random.nextInt(2) * 0.01;
    settings.maxGradNorm = random.nextInt(2) == 0 ? 0.1 : 100;
    settings.batchSize = 1 + random.nextInt(40);
    return settings.build();
  }

  /** Weights as prioritised replay gives them, discounts as returns of several steps have. */
  private static Batch batch(int size, QNetwork network, RandomStream random) {
    Drawn drawn = new Drawn(size, network.inputs());
    float[] rows = NetworkArbitraries.numbers(2 * size * network.inputs(), random);
    for (int i = 0; i < size; i++) {
      float discount = random.nextInt(5) == 0 ? 0 : (float) Math.pow(0.97, 1 + random.nextInt(4));
      drawn.add(
          i,
          rows,
          2 * i,
          2 * i + 1,
          random.nextInt(network.actions()),
          (float) random.nextGaussian(),
          discount,
          (float) (0.1 + 0.9 * random.nextDouble()));
    }
    return drawn.batch();
  }

  private static List<Double> learn(
      DqnConfig config,
      QNetwork network,
      LearnerState start,
      List<Batch> batches,
      Function<NetworkShape, TrainableNetwork> networks) {
    TrainableNetwork online = networks.apply(network.shape());
    TrainableNetwork target = networks.apply(network.shape());
    DqnLearner learner = new DqnLearner(network, config, online, target, start);
    List<Double> told = new ArrayList<>();
    for (Batch batch : batches) {
      learner.learn(batch);
      float[] errors = learner.errors();
      DqnLearner.Update update = learner.found().getFirst();
      told.addAll(
          List.of((double) update.loss(), (double) update.meanQ(), (double) update.gradientNorm()));
      for (int i = 0; i < batch.size; i++) {
        told.add((double) errors[i]);
      }
    }
    return told;
  }
}
