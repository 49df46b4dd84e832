package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.RecordedData;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On recordings of Binance futures, BTCUSDT. */
class RecordedMarketTest {
  private static final String DAYS =
      "\"intervals\":[{\"start\":\"2024-07-18 00:00:00\",\"end\":\"2024-07-20 00:00:00\"}],"
          + "\"evaluation_intervals\":"
          + "[{\"start\":\"2024-08-08 00:00:00\",\"end\":\"2024-08-09 00:00:00\"}],"
          + "\"evaluation_windows\":8";
  private static final int MARKET_FEATURES = 18;
  private static final int STATE = MARKET_FEATURES + 17;
  @TempDir Path tapes;

  private Path data;

  @BeforeEach
  void requireRecordings() {
    data = RecordedData.require("tardis");
  }

  private Market open(String recording, String simulator) {
    String config = "{\"recording\":{" + recording + "},\"simulator\":{" + simulator + "}}";
    return ReplayMarketTest.open(config, new TradingSystem.Place(data, tapes), null);
  }

  @Test
  void eightWindowsOfARecordedDay() {
    try (Market market = open(DAYS, "")) {
      List<Window> windows = market.evaluationWindows();
      assertEquals(8, windows.size());
      assertEquals("w1_2024-08-08T23-54-16", windows.getFirst().name());
      long length = windows.getFirst().endNs() - windows.getFirst().startNs();
      for (Window window : windows) {
        assertEquals(length, window.endNs() - window.startNs(), 2);
        assertEquals(0, market.run(market.baseline("do_nothing"), window).realisedPnl());
        assertAccountAddsUp(market.run(market.baseline("symmetric_l1"), window));
      }
    }
  }

  private static void assertAccountAddsUp(Episode episode) {
    assertEquals("risk-averse", episode.fillRule());
    assertTrue(episode.fills().size() > 2);
    double cash = episode.initialCash();
    double inventory = 0;
    for (Fill fill : episode.fills()) {
      cash -= fill.side().sign() * fill.price() * fill.quantity() + fill.cost();
      inventory += fill.side().sign() * fill.quantity();
      assertEquals(cash, fill.cash(), 1e-8);
      assertEquals(inventory, fill.inventory(), 1e-12);
      assertTrue(Math.abs(inventory) <= 0.001 + 1e-12);
    }
    int last = episode.ticks() - 1;
    assertEquals(cash - episode.initialCash(), episode.realisedPnl(), 1e-8);
    assertEquals(cash, episode.cash()[last], 1e-8);
    assertEquals(0, episode.inventory()[last]);
    for (int i = 1; i < episode.ticks(); i++) {
      assertTrue(episode.timeNs()[i] >= episode.timeNs()[i - 1]);
    }
  }

  @Test
  void trainingObservesFiniteScaledFeatures() {
    int copies = 4;
    try (Market market = open(DAYS, "");
        VectorEnv env = market.training(copies, 1)) {
      float[] first = new float[copies * STATE];
      env.reset(first);
      Actions actions = Actions.of(env.actionSpace(), copies);
      Transitions transitions = new Transitions(copies, STATE);
      RandomStream random = RandomStream.named(1, "actions", 0);
      double[] sum = new double[MARKET_FEATURES];
      int steps = 0;
      do {
        Arrays.setAll(actions.discrete, c -> random.nextInt(QuoteGrid.ACTIONS));
        env.step(actions, transitions);
        for (int i = 0; i < copies * STATE; i++) {
          assertTrue(Float.isFinite(transitions.observations[i]));
        }
        for (int f = 0; f < MARKET_FEATURES; f++) {
          assertTrue(Math.abs(transitions.observations[f]) <= 5);
          sum[f] += transitions.observations[f];
        }
        steps++;
      } while (!transitions.terminated[0]);
      for (int f = 0; f < MARKET_FEATURES; f++) {
        assertEquals(0, sum[f] / steps, 1, "mean of feature " + f);
      }
    }
  }

  /** The optimistic rule fills orders that the queue would not have. */
  @Test
  void touchFillsFarMoreThanTheQueue() {
    try (Market touch = open(DAYS, "\"fill_rule\":\"touch\"");
        Market queue = open(DAYS, "");
        Market cross = open(DAYS, "\"fill_rule\":\"cross\"")) {
      int touched = fills(touch);
      int queued = fills(queue);
      int crossed = fills(cross);
      assertTrue(touched > 10 * queued, touched + " and " + queued);
      assertTrue(queued >= crossed, queued + " and " + crossed);
    }
  }

  private static int fills(Market market) {
    Window window = market.evaluationWindows().getFirst();
    return market.run(market.baseline("symmetric_l1"), window).fills().size();
  }

  @Test
  void aRecordingWithoutTradesFillsByCrossing() {
    String snapshots =
        "\"evaluation_intervals\":[{\"start\":\"2023-01-09 00:00:00\",\"end\":\"2023-01-10 00:00:00\"}],"
            + "\"evaluation_share\":0.02";
    try (Market market = open(snapshots, "")) {
      Window window = market.evaluationWindows().getFirst();
      assertEquals("cross", market.run(market.baseline("symmetric_l1"), window).fillRule());
    }
    InputException refusal =
        assertThrows(InputException.class, () -> open(snapshots, "\"fill_rule\":\"risk-averse\""));
    assertTrue(refusal.getMessage().contains("needs trades"), refusal.getMessage());
  }

  @Test
  void aMissingDayIsNamedByItsFile() {
    InputException missing =
        assertThrows(
            InputException.class,
            () ->
                open(
                    "\"intervals\":[{\"start\":\"2024-08-07 00:00:00\","
                        + "\"end\":\"2024-08-09 00:00:00\"}]",
                    ""));
    assertTrue(missing.getMessage().contains("2024-08-07"), missing.getMessage());
    assertTrue(missing.getMessage().contains("binance-futures"), missing.getMessage());
  }
}
