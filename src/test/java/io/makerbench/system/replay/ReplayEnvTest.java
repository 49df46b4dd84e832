package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.OrderLatency;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions, episodes, and the promise that stepping depends on nothing but state and actions. */
class ReplayEnvTest {
  private static Tape tape;

  @BeforeAll
  @BeforeContainer
  static void writeTape() throws IOException {
    if (tape == null) {
      tape = RandomTape.of(11, 400).write(Files.createTempDirectory("replay-env"));
    }
  }

  @AfterAll
  @AfterContainer
  static void closeTape() throws IOException {
    if (tape != null) {
      Path path = tape.path();
      tape.close();
      Files.delete(path);
      Files.delete(path.getParent());
      tape = null;
    }
  }

  private static Terms terms(FillRule rule, Mode mode) {
    return Scene.terms(rule, mode, new OrderLatency(7, 12, 9, 4), 0.2, 2);
  }

  private static ReplayEnv env(int copies, int threads, FillRule rule, Mode mode) {
    Stretch stretch = Scene.stretch(tape, mode);
    Simulation[] simulations = new Simulation[copies];
    for (int c = 0; c < copies; c++) {
      simulations[c] =
          new Simulation(
              new Stretch[] {stretch, stretch},
              terms(rule, mode),
              Scene.ALL_BLOCKS,
              Scene.TIMEOUT_SEC,
              null);
    }
    return new ReplayEnv(simulations, 2L * stretch.ticks, threads);
  }

  /** All that steps lead to, written in bytes. */
  private static byte[] record(ReplayEnv env, RandomStream random, int steps) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    Transitions transitions = new Transitions(env.copies(), env.observationSpace().width());
    for (int s = 0; s < steps; s++) {
      Arrays.setAll(actions.discrete, c -> random.nextInt(17) - 1);
      env.step(actions, transitions);
      for (float value : transitions.observations) {
        out.writeFloat(value);
      }
      for (int c = 0; c < env.copies(); c++) {
        out.writeDouble(transitions.rewards[c]);
        out.writeDouble(transitions.elapsedSeconds[c]);
        out.writeInt(transitions.ticks[c]);
        out.writeBoolean(transitions.terminated[c]);
      }
    }
    return bytes.toByteArray();
  }

  @Property(tries = 40)
  void aRestoredEnvironmentGoesOnAsTheSavedOne(
      @ForAll @IntRange(max = 700) int before,
      @ForAll long seed,
      @ForAll Mode mode,
      @ForAll("rules") FillRule rule)
      throws IOException {
    ReplayEnv saved = env(2, 1, rule, mode);
    saved.reset(new float[2 * saved.observationSpace().width()]);
    record(saved, RandomStream.named(seed, "before", 0), before);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    ReplayEnv restored = env(2, 1, rule, mode);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertArrayEquals(
        record(saved, RandomStream.named(seed, "after", 0), 200),
        record(restored, RandomStream.named(seed, "after", 0), 200));
  }

  @Provide
  Arbitrary<FillRule> rules() {
    return Arbitraries.of(
        FillRule.TOUCH, FillRule.CROSS, FillRule.RISK_AVERSE, FillRule.PROBABILITY);
  }

  @Test
  void threadsDoNotChangeABit() throws IOException {
    ReplayEnv alone = env(100, 1, FillRule.RISK_AVERSE, Mode.CORRECTED);
    ReplayEnv together = env(100, 5, FillRule.RISK_AVERSE, Mode.CORRECTED);
    alone.reset(new float[100 * 17]);
    together.reset(new float[100 * 17]);
    assertArrayEquals(
        record(alone, RandomStream.named(5, "threads", 0), 600),
        record(together, RandomStream.named(5, "threads", 0), 600));
  }

  @Test
  void anEpisodePassesThroughAllStretchesAndEndsTerminal() {
    ReplayEnv env = env(1, 1, FillRule.TOUCH, Mode.CORRECTED);
    float[] first = new float[17];
    env.reset(first);
    Actions actions = Actions.of(env.actionSpace(), 1);
    Transitions transitions = new Transitions(1, 17);
    actions.discrete[0] = QuoteGrid.AT_THE_TOUCH;
    long ticks = 0;
    do {
      env.step(actions, transitions);
      ticks += transitions.ticks[0];
      assertFalse(transitions.truncated[0]);
      assertTrue(transitions.elapsedSeconds[0] >= 0);
    } while (!transitions.terminated[0]);
    assertEquals(env.episodeTicks(), ticks);
    assertArrayEquals(first, transitions.observations);
  }

  @Test
  void decisionsFallDueWhenMidOrPositionChangeOrTimeIsUp(
      @org.junit.jupiter.api.io.TempDir Path folder) {
    TestTape book =
        new TestTape()
            .book(0, 1000, 1001)
            .book(100, 1000, 1001, 7, 7) // sizes alone: no decision
            .book(200, 999, 1002) // spread alone: no decision
            .book(300, 1000, 1002) // mid
            .book(400, 1000, 1002)
            .book(649, 1000, 1002)
            .book(650, 1000, 1002) // 0.35 s after the last
            .trade(660, -1, 990, 1)
            .book(700, 1000, 1002) // position
            .book(720, 1000, 1002);
    try (Tape written = book.andQuiet().write(folder)) {
      Stretch stretch = Scene.stretch(written, Mode.CORRECTED);
      Simulation copy =
          new Simulation(
              new Stretch[] {stretch},
              terms(FillRule.CROSS, Mode.CORRECTED),
              Scene.ALL_BLOCKS,
              Scene.TIMEOUT_SEC,
              null);
      ReplayEnv env = new ReplayEnv(new Simulation[] {copy}, stretch.ticks, 1);
      env.reset(new float[17]);
      Actions actions = Actions.of(env.actionSpace(), 1);
      actions.discrete[0] = QuoteGrid.AT_THE_TOUCH;
      Transitions transitions = new Transitions(1, 17);
      int[] expectedTicks = {3, 3, 1};
      double[] expectedSeconds = {0.3, 0.35, 0.05};
      for (int step = 0; step < 3; step++) {
        env.step(actions, transitions);
        assertEquals(expectedTicks[step], transitions.ticks[0], "step " + step);
        assertEquals(expectedSeconds[step], transitions.elapsedSeconds[0], 1e-12);
      }
      assertEquals(1, copy.account.inventory);
    }
  }

  @Test
  void rewardsOfTheTicksBetweenDecisionsAreSummed(@org.junit.jupiter.api.io.TempDir Path folder) {
    TestTape book = new TestTape().book(0, 1000, 1001).trade(15, -1, 990, 1);
    for (int ms = 20; ms <= 420; ms += 100) {
      book.book(ms, 1000, 1001);
    }
    try (Tape written = book.andQuiet().write(folder)) {
      Stretch stretch = Scene.stretch(written, Mode.CORRECTED);
      Simulation copy =
          new Simulation(
              new Stretch[] {stretch},
              Scene.terms(FillRule.CROSS, Mode.CORRECTED),
              Scene.ALL_BLOCKS,
              Scene.TIMEOUT_SEC,
              null);
      ReplayEnv env = new ReplayEnv(new Simulation[] {copy}, stretch.ticks, 1);
      env.reset(new float[17]);
      Actions actions = Actions.of(env.actionSpace(), 1);
      actions.discrete[0] = QuoteGrid.AT_THE_TOUCH;
      Transitions transitions = new Transitions(1, 17);
      env.step(actions, transitions);
      // The position counts for the whole time since the tick before, as published.
      double penalty = 0.04 * 0.01 * 0.02;
      assertEquals(-0.1 / (100.05 * 0.01) - penalty, transitions.rewards[0], 1e-12);
      env.step(actions, transitions); // 0.4 s with one of ten lots, in four ticks
      assertEquals(4, transitions.ticks[0]);
      assertEquals(-0.04 * 0.01 * 0.4, transitions.rewards[0], 1e-12);
    }
  }
}
