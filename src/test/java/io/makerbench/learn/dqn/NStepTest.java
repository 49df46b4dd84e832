package io.makerbench.learn.dqn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.learn.Discount;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Observations are single numbers, so that a transition can be written as a line of text. */
class NStepTest {
  private static final Discount HALF = new Discount.Constant(0.5);

  private final ReplayBuffer buffer = buffer(100);

  @Test
  void oneStepTransitionsLeadToTheNextObservation() {
    NStep steps = new NStep(1, 1, HALF, buffer);
    steps.start(0, observation(10), 0);
    steps.proceed(0, 2, 5, 1, observation(11), 0);
    steps.proceed(0, 3, 6, 1, observation(12), 0);
    assertTransitions(buffer, "10 -2-> 11: 5.0 + 0.5 Q", "11 -3-> 12: 6.0 + 0.5 Q");
  }

  @Test
  void windowsSumDiscountedRewards() {
    NStep steps = new NStep(3, 1, HALF, buffer);
    steps.start(0, observation(10), 0);
    steps.proceed(0, 0, 8, 1, observation(11), 0);
    steps.proceed(0, 1, 4, 1, observation(12), 0);
    assertEquals(0, buffer.transitions());
    steps.proceed(0, 2, 2, 1, observation(13), 0);
    assertTransitions(buffer, "10 -0-> 13: 10.5 + 0.125 Q");
    steps.terminate(0, 3, 1);
    // 4 + 2/2 + 1/4, then 2 + 1/2, then 1; nothing is bootstrapped.
    assertTransitions(
        buffer,
        "10 -0-> 13: 10.5 + 0.125 Q",
        "11 -1-> 11: 5.25 + 0.0 Q",
        "12 -2-> 12: 2.5 + 0.0 Q",
        "13 -3-> 13: 1.0 + 0.0 Q");
  }

  @Test
  void cutOffEpisodesBootstrapFromTheirLastObservation() {
    NStep steps = new NStep(2, 1, HALF, buffer);
    steps.start(0, observation(10), 0);
    steps.proceed(0, 0, 8, 1, observation(11), 0);
    steps.truncate(0, 1, 4, 1, observation(12), 0);
    steps.start(0, observation(20), 0);
    steps.terminate(0, 2, 7);
    assertTransitions(
        buffer, "10 -0-> 12: 10.0 + 0.25 Q", "11 -1-> 12: 4.0 + 0.5 Q", "20 -2-> 20: 7.0 + 0.0 Q");
  }

  @Test
  void copiesDoNotMix() {
    NStep steps = new NStep(1, 2, HALF, buffer);
    float[] both = {10, 50};
    steps.start(0, both, 0);
    steps.start(1, both, 1);
    steps.proceed(0, 0, 1, 1, new float[] {11, 51}, 0);
    steps.proceed(1, 1, 2, 1, new float[] {11, 51}, 1);
    assertTransitions(buffer, "10 -0-> 11: 1.0 + 0.5 Q", "50 -1-> 51: 2.0 + 0.5 Q");
  }

  @Test
  void oldestTransitionsGiveWay() {
    ReplayBuffer small = buffer(4);
    NStep steps = new NStep(1, 1, HALF, small);
    steps.start(0, observation(10), 0);
    for (int i = 0; i < 6; i++) {
      steps.proceed(0, 0, i, 1, observation(11 + i), 0);
    }
    assertEquals(3, small.transitions());
    assertTransitions(
        small, "13 -0-> 14: 3.0 + 0.5 Q", "14 -0-> 15: 4.0 + 0.5 Q", "15 -0-> 16: 5.0 + 0.5 Q");
  }

  @Test
  void timeDiscountHalvesInAHalfLifeAndCapsStepsInsideWindowsOnly() {
    DqnConfigs config = new DqnConfigs();
    config.timeBased = true;
    assertEquals(0.5, config.build().discount().over(5), 1e-12);
    assertEquals(0.25, config.build().discount().over(10), 1e-12);
    config.nStep = 2;
    assertEquals(Math.pow(2, -0.6), config.build().discount().over(10), 1e-12);
    config.timeBased = false;
    assertEquals(config.gamma, config.build().discount().over(10));
  }

  @Test
  void prioritisedReplayDrawsByErrorAndUndoesTheBiasInPart() {
    ReplayBuffer prioritised = new ReplayBuffer(8, 1, new Priorities.Proportional(8));
    NStep steps = new NStep(1, 1, HALF, prioritised);
    steps.start(0, observation(10), 0);
    steps.proceed(0, 0, 0, 1, observation(11), 0);
    steps.proceed(0, 0, 0, 1, observation(12), 0);
    Batch batch = new Batch(4000, prioritised);
    RandomStream random = RandomStream.named(1, "replay", 0);
    prioritised.draw(random, batch);
    float[] errors = new float[batch.size];
    // Priorities 1^0.6 and 32^0.6 = 8: eight draws of nine fall on the second.
    for (int i = 0; i < batch.size; i++) {
      errors[i] = batch.entries[i] == 0 ? 1 : 32;
    }
    prioritised.learnt(batch, errors);
    prioritised.draw(random, batch);
    long second = Arrays.stream(batch.entries).filter(entry -> entry == 1).count();
    assertEquals(8.0 / 9, (double) second / batch.size, 0.02);
    for (int i = 0; i < batch.size; i++) {
      double expected = batch.entries[i] == 0 ? 1 : Math.pow(8, -0.4);
      assertEquals(expected, batch.weights[i], 1e-4);
    }
  }

  @Test
  void sumTreeFindsLeavesByMass() {
    SumTree tree = new SumTree(5);
    double[] weights = {1, 0, 2, 0, 3};
    for (int i = 0; i < weights.length; i++) {
      tree.set(i, weights[i]);
    }
    assertEquals(6, tree.total());
    assertEquals(0, tree.find(0.999));
    assertEquals(2, tree.find(1));
    assertEquals(2, tree.find(2.999));
    assertEquals(4, tree.find(3));
    assertEquals(4, tree.find(6));
  }

  @Test
  void explorationFallsOverThePlannedTicks() {
    Exploration exploration = new Exploration(1, 0.05, 100, 1100);
    assertEquals(1, exploration.at(0));
    assertEquals(1, exploration.at(100));
    assertEquals(0.525, exploration.at(600), 1e-12);
    assertEquals(0.05, exploration.at(1100));
    assertEquals(0.05, exploration.at(5000));
  }

  private static ReplayBuffer buffer(int capacity) {
    return new ReplayBuffer(capacity, 1, new Priorities.Uniform());
  }

  private static float[] observation(int number) {
    return new float[] {number};
  }

  /** Draws often enough to see every transition, and compares the set. */
  private static void assertTransitions(ReplayBuffer buffer, String... expected) {
    Batch batch = new Batch(500, buffer);
    buffer.draw(RandomStream.named(1, "replay", 0), batch);
    Minibatch rows = Drawn.fetched(batch);
    TreeSet<String> seen = new TreeSet<>();
    for (int i = 0; i < batch.size; i++) {
      seen.add(
          "%d -%d-> %d: %s + %s Q"
              .formatted(
                  (int) rows.now.observations[i],
                  rows.actions[i],
                  (int) rows.next.observations[i],
                  rows.rewards[i],
                  rows.discounts[i]));
    }
    assertEquals(new TreeSet<>(Arrays.asList(expected)), seen);
  }
}
