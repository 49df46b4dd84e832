package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomStream;
import io.makerbench.system.perp.engine.VenueStates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerpEnvTest {
  private static final double CLOSE = 1e-6;

  private static PerpEnv env(PerpConfig config, int copies, int threads) {
    return new PerpEnv(
        config, Histories.NONE, copies, (copy, episode) -> 77 + 1000L * copy + episode, threads);
  }

  private static Actions random(PerpEnv env, int step) {
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    RandomStream random = RandomStream.named(step, "test", 0);
    for (int i = 0; i < actions.continuous.length; i++) {
      actions.continuous[i] = (float) (2 * random.nextDouble() - 1);
    }
    return actions;
  }

  private static double[] rewards(PerpEnv env, int steps, Transitions into) {
    double[] sums = new double[env.copies()];
    for (int step = 0; step < steps; step++) {
      env.step(random(env, step), into);
      for (int copy = 0; copy < sums.length; copy++) {
        sums[copy] += into.rewards[copy];
      }
    }
    return sums;
  }

  @Test
  void theFirstBooksAreMadeAsPublished() {
    PerpEnv env = env(PerpConfigs.of("{'mode': 'published'}".replace('\'', '"')), 3, 1);
    env.reset(new float[3 * 92]);
    VenueStates venues = env.state().venues();
    for (int copy = 0; copy < 3; copy++) {
      double base = 300 + 0.0001 * (77 + 1000 * copy);
      for (int v = 0; v < 5; v++) {
        assertEquals(base + 0.4 * v, venues.mid[5 * copy + v], 0.5);
        assertEquals(0.4 + 0.02 * v, venues.spread[5 * copy + v], CLOSE);
        assertEquals(10_000, venues.depth[5 * copy + v]);
      }
    }
  }

  @Test
  void asPublishedEveryQuoteIsFilledAtItsPrice() {
    PerpEnv env = env(PerpConfigs.of("{\"mode\": \"published\"}"), 1, 1);
    env.reset(new float[92]);
    Actions identity = Actions.of(env.actionSpace(), 1);
    System.arraycopy(ActionCode.identity(5), 0, identity.continuous, 0, 21);
    Transitions into = new Transitions(1, 92);
    env.step(identity, into);
    VenueStates venues = env.state().venues();
    int quotes = 0;
    double cash = 0;
    for (int v = 0; v < 5; v++) {
      quotes += (venues.bidSize[v] > 0 ? 1 : 0) + (venues.askSize[v] > 0 ? 1 : 0);
      double fee = v == 1 ? 0.00015 : 0.0002;
      cash -= venues.bidSize[v] * venues.bidPrice[v] * (1 + fee);
      cash += venues.askSize[v] * venues.askPrice[v] * (1 - fee);
    }
    assertTrue(quotes > 0);
    assertTrue(into.executions[0] >= quotes);
    if (into.executions[0] == quotes) {
      double net = env.state().desks().net[0];
      assertEquals(cash + net * env.state().desks().fairValue[0], into.pnl[0], 1e-6);
    }
  }

  @Test
  void correctionsAreCountedByReason() {
    PerpEnv env = env(PerpConfigs.of("{}"), 2, 1);
    env.reset(new float[2 * 92]);
    Actions actions = Actions.of(env.actionSpace(), 2);
    for (int copy = 0; copy < 2; copy++) {
      System.arraycopy(ActionCode.identity(5), 0, actions.continuous, 21 * copy, 21);
    }
    actions.continuous[0] = Float.NaN;
    actions.continuous[21] = 3;
    env.step(actions, new Transitions(2, 92));
    assertEquals(
        List.of(
            Map.entry("corrected_wrong_length", 0L),
            Map.entry("corrected_not_finite", 1L),
            Map.entry("corrected_out_of_range", 1L),
            Map.entry("corrected_no_weight", 0L),
            Map.entry("corrected_weights_scaled", 0L)),
        List.copyOf(env.corrections().entrySet()));
  }

  @Test
  void theSameBytesOnAnyNumberOfThreads() {
    PerpConfig config = PerpConfigs.of("{\"randomisation\": \"full\", \"max_ticks\": 40}");
    Transitions one = new Transitions(300, 92);
    Transitions several = new Transitions(300, 92);
    PerpEnv alone = env(config, 300, 1);
    PerpEnv together = env(config, 300, 4);
    alone.reset(one.observations);
    together.reset(several.observations);
    assertArrayEquals(rewards(alone, 100, one), rewards(together, 100, several));
    assertArrayEquals(one.observations, several.observations);
    assertArrayEquals(one.pnl, several.pnl);
  }

  @Test
  void goesOnFromWhatWasSaved() throws IOException {
    PerpConfig config = PerpConfigs.of("{\"randomisation\": \"mild\", \"max_ticks\": 30}");
    PerpEnv env = env(config, 4, 1);
    Transitions into = new Transitions(4, 92);
    env.reset(into.observations);
    rewards(env, 45, into);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    env.save(new DataOutputStream(saved));
    double[] after = rewards(env, 50, into);
    PerpEnv again = env(config, 4, 1);
    again.reset(new float[4 * 92]);
    again.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    Transitions second = new Transitions(4, 92);
    assertArrayEquals(after, rewards(again, 50, second));
    assertArrayEquals(into.observations, second.observations);
  }

  @Test
  void observationsHaveTheWidthOfTheirVersion() {
    assertEquals(92, Observation.of(PerpConfigs.of("{}")).width());
    Observation first = Observation.of(PerpConfigs.of("{\"obs_version\": 1}"));
    assertEquals(87, first.width());
    assertEquals(87, first.names(List.of("a", "b", "c", "d", "e")).size());
  }

  @Test
  void versionOneLeavesOutTheFlagOfDisabledVenuesAlone() {
    for (boolean scaled : new boolean[] {true, false}) {
      String keys = "{\"scaled_observations\": %s, \"obs_version\": %d}";
      PerpEnv one = env(PerpConfigs.of(keys.formatted(scaled, 1)), 1, 1);
      PerpEnv two = env(PerpConfigs.of(keys.formatted(scaled, 2)), 1, 1);
      Transitions first = new Transitions(1, 87);
      Transitions second = new Transitions(1, 92);
      one.reset(first.observations);
      two.reset(second.observations);
      rewards(one, 20, first);
      rewards(two, 20, second);
      int at = 0;
      for (int n = 0; n < 92; n++) {
        if (n < 17 || (n - 17) % 15 != 8) {
          assertEquals(second.observations[n], first.observations[at++], "number " + n);
        }
      }
    }
  }

  @Test
  void aLossBeyondTheLimitEndsTheEpisode() {
    PerpConfig config =
        PerpConfigs.of("{\"loss_limit\": 1, \"initial_position\": 30, \"max_ticks\": 1000}");
    PerpEnv env = env(config, 16, 1);
    Transitions into = new Transitions(16, 92);
    env.reset(into.observations);
    boolean killed = false;
    for (int step = 0; step < 100 && !killed; step++) {
      env.step(random(env, step), into);
      for (int copy = 0; copy < 16; copy++) {
        if (into.terminated[copy]) {
          killed = true;
          assertFalse(into.truncated[copy]);
          assertEquals(1, into.finalObservations[92 * copy + 16]);
          assertEquals(0, into.observations[92 * copy + 16]);
          assertTrue(into.rewards[copy] < -20);
        }
      }
    }
    assertTrue(killed);
  }

  @Test
  void anOutageLeavesAVenueWithoutABookAndOrders() {
    PerpConfig config =
        PerpConfigs.of(
            "{\"shocks\": [{\"kind\": \"outage\", \"venue\": 0, \"from\": 3, \"until\": 6}]}");
    PerpEnv env = env(config, 1, 1);
    Transitions into = new Transitions(1, 92);
    env.reset(into.observations);
    VenueStates venues = env.state().venues();
    for (int tick = 1; tick < 9; tick++) {
      env.step(random(env, tick), into);
      boolean out = tick >= 3 && tick < 6;
      assertEquals(out, venues.mid[0] == 0, "tick " + tick);
      if (out) {
        assertEquals(VenueStates.DISABLED, venues.status[0]);
        assertEquals(0, venues.bidSize[0] + venues.askSize[0]);
      }
    }
  }

  @Test
  void drawnEventsHappenInCorrectedModeOnly() {
    String keys = "{\"randomisation\": \"full\", \"mode\": \"%s\"}";
    assertTrue(staleTicks(PerpConfigs.of(keys.formatted("corrected"))) > 0);
    assertEquals(0, staleTicks(PerpConfigs.of(keys.formatted("published"))));
  }

  private static long staleTicks(PerpConfig config) {
    PerpEnv env = env(config, 64, 1);
    Transitions into = new Transitions(64, 92);
    env.reset(into.observations);
    long stale = 0;
    for (int step = 0; step < 100; step++) {
      env.step(random(env, step), into);
      stale += Arrays.stream(env.state().venues().staleness).filter(age -> age > 0).count();
    }
    return stale;
  }
}
