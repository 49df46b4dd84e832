package io.makerbench.system.analytic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Side;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomStream;
import io.makerbench.system.FastExponential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AvellanedaStoikovEnvTest {
  private static final int COPIES = 5_000;
  private static final int WIDTH = AvellanedaStoikovEnv.WIDTH;

  private static AvellanedaStoikovEnv env(AnalyticConfig config, int copies, int threads) {
    return new AvellanedaStoikovEnv(config, config.actions().actions(), copies, 7, "test", threads);
  }

  /** Steps with random actions of the grid and returns all that was told, one line a step. */
  private static StringBuilder story(AvellanedaStoikovEnv env, int steps, RandomStream random) {
    Transitions t = new Transitions(env.copies(), WIDTH);
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      for (int c = 0; c < env.copies(); c++) {
        actions.discrete[c] = random.nextInt(15);
      }
      env.step(actions, t);
      told.append(Arrays.hashCode(t.rewards))
          .append(' ')
          .append(Arrays.hashCode(t.observations))
          .append(' ')
          .append(Arrays.hashCode(t.pnl))
          .append(' ')
          .append(t.terminated[0])
          .append('\n');
    }
    return told;
  }

  private static boolean filled(AvellanedaStoikovEnv env, int copy, Side side) {
    return env.fills(copy).stream().anyMatch(fill -> fill.side() == side);
  }

  @Test
  void twoThreadsTellTheSameAsOne() {
    AnalyticConfig config = AnalyticConfigs.of("{\"horizon\": 0.1}");
    String one = story(env(config, COPIES, 1), 45, RandomStream.named(1, "a", 0)).toString();
    String two = story(env(config, COPIES, 2), 45, RandomStream.named(1, "a", 0)).toString();
    assertEquals(one, two);
  }

  @Test
  void aRestoredMarketGoesOnAsTheSavedOne() throws IOException {
    AnalyticConfig config = AnalyticConfigs.of("{\"horizon\": 0.1}");
    AvellanedaStoikovEnv first = env(config, 30, 1);
    story(first, 27, RandomStream.named(1, "a", 0));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    first.save(new DataOutputStream(saved));
    AvellanedaStoikovEnv second = env(config, 30, 1);
    second.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    assertEquals(
        story(first, 30, RandomStream.named(2, "b", 0)).toString(),
        story(second, 30, RandomStream.named(2, "b", 0)).toString());
    assertEquals(first.mid(3), second.mid(3));
  }

  @Test
  void theChancesOfAFillAreTakenLiterally() {
    double depth = 0.4;
    AnalyticConfig config = AnalyticConfigs.of("{\"max_inventory\": 1000000}");
    AvellanedaStoikovEnv env =
        new AvellanedaStoikovEnv(config, new QuoteActions.Depths(1), COPIES, 1, "test", 2);
    Transitions t = new Transitions(COPIES, WIDTH);
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    Arrays.fill(actions.continuous, (float) depth);
    long bought = 0;
    long sold = 0;
    long both = 0;
    int steps = 100;
    for (int i = 0; i < steps; i++) {
      env.step(actions, t);
      for (int c = 0; c < COPIES; c++) {
        bought += filled(env, c, Side.BUY) ? 1 : 0;
        sold += filled(env, c, Side.SELL) ? 1 : 0;
        both += env.fills(c).size() == 2 ? 1 : 0;
      }
    }
    double n = (double) COPIES * steps;
    double p = 140 * 0.005 * Math.exp(-1.5 * depth);
    double error = Math.sqrt(p * (1 - p) / n);
    assertEquals(p, bought / n, 4 * error);
    assertEquals(p, sold / n, 4 * error);
    assertEquals(p * p, both / n, 4 * Math.sqrt(p * p / n), "the sides are independent");
  }

  @Test
  void theMidStepsUpOrDownBySigmaRootDtEquallyOften() {
    AnalyticConfig config = AnalyticConfigs.of("{}");
    AvellanedaStoikovEnv env = env(config, COPIES, 1);
    Transitions t = new Transitions(COPIES, WIDTH);
    Actions actions = Actions.of(env.actionSpace(), COPIES);
    int ups = 0;
    for (int i = 0; i < 20; i++) {
      double[] before = new double[COPIES];
      Arrays.setAll(before, env::mid);
      env.step(actions, t);
      for (int c = 0; c < COPIES; c++) {
        double move = env.mid(c) - before[c];
        assertEquals(2 * Math.sqrt(0.005), Math.abs(move), 1e-9);
        ups += move > 0 ? 1 : 0;
      }
    }
    assertEquals(0.5, ups / (20.0 * COPIES), 4 * 0.5 / Math.sqrt(20.0 * COPIES));
  }

  @Property(tries = 30)
  void positionsStayWithinTheirLimitAndProfitAddsUp(
      @ForAll @IntRange(min = 1, max = 4) int limit, @ForAll long seed) {
    AnalyticConfig config =
        AnalyticConfigs.of(
            "{\"horizon\": 0.25, \"phi\": 0.3, \"alpha\": 0.2, \"max_inventory\": " + limit + "}");
    AvellanedaStoikovEnv env =
        new AvellanedaStoikovEnv(config, config.actions().actions(), 1, seed, "test", 1);
    Transitions t = new Transitions(1, WIDTH);
    Actions actions = Actions.of(env.actionSpace(), 1);
    RandomStream random = RandomStream.named(seed, "actions", 0);
    QuoteActions quotes = config.actions().actions();
    env.reset(t.observations);
    double cash = 0;
    double penalties = 0;
    double rewards = 0;
    int held = 0;
    do {
      actions.discrete[0] = random.nextInt(15);
      double mid = env.mid(0);
      env.step(actions, t);
      held += (filled(env, 0, Side.BUY) ? 1 : 0) - (filled(env, 0, Side.SELL) ? 1 : 0);
      cash -= filled(env, 0, Side.BUY) ? mid - quotes.bidDepth(actions, 0) : 0;
      cash += filled(env, 0, Side.SELL) ? mid + quotes.askDepth(actions, 0) : 0;
      penalties += 0.3 * 0.005 * held * held;
      rewards += t.rewards[0];
      assertTrue(Math.abs(held) <= limit, "position " + held);
      float shown = t.terminated[0] ? t.finalObservations[1] : t.observations[1];
      assertEquals((float) held / limit, shown);
    } while (!t.terminated[0]);
    double profit = cash + held * env.mid(0) - 0.2 * held * held;
    assertEquals(profit, t.pnl[0], 1e-9);
    assertEquals(profit - penalties, rewards, 1e-9);
    assertArrayEquals(new float[] {0, (float) held / limit}, t.finalObservations);
    assertArrayEquals(new float[] {1, 0}, t.observations, "the next episode has begun");
  }

  @Property(tries = 200)
  void theFastExponentialIsRightToElevenDigits(
      @ForAll @DoubleRange(min = -690, max = 690) double x) {
    double exact = StrictMath.exp(x);
    assertEquals(exact, FastExponential.of(x), 1e-11 * exact);
  }

  @Test
  void withoutAQuoteNothingIsFilled() {
    AnalyticConfig config = AnalyticConfigs.of("{\"actions\": {\"kind\": \"depths\"}}");
    AvellanedaStoikovEnv env = env(config, 10, 1);
    Transitions t = new Transitions(10, WIDTH);
    Actions actions = Actions.of(env.actionSpace(), 10);
    Arrays.fill(actions.continuous, Float.POSITIVE_INFINITY);
    for (int i = 0; i < 200; i++) {
      env.step(actions, t);
      assertEquals(List.of(), env.fills(3));
      assertEquals(0, t.rewards[3]);
    }
  }
}
