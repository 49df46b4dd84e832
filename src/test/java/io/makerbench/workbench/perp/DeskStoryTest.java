package io.makerbench.workbench.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;
import io.makerbench.system.perp.Correction;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.DeskSeries;
import io.makerbench.system.perp.VenueSeries;
import io.makerbench.system.perp.VenueTrades;
import io.makerbench.system.perp.engine.KillReason;
import io.makerbench.system.perp.engine.ProfitSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the board says of a desk, without a window. */
class DeskStoryTest {
  private static final String SHORT = "{\"max_ticks\": 200, \"randomisation\": \"full\"}";

  /** Leaves the engine alone but for numbers that make no sense. */
  private record Careless(float number) implements Policy {
    @Override
    public String name() {
      return "careless";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      Arrays.fill(actions.continuous, 0);
      actions.continuous[0] = number;
    }
  }

  @Test
  void tradesOfAVenueAddUpToItsPosition() {
    DeskHistory history = MadeDesk.of(SHORT, "heuristic");
    boolean traded = false;
    for (int venue = 0; venue < history.venues().size(); venue++) {
      for (int tick = 1; tick < history.ticks(); tick++) {
        double sum = 0;
        for (VenueTrades kind : VenueTrades.values()) {
          sum += history.traded(kind, tick, venue);
        }
        double before = history.at(VenueSeries.POSITION, tick - 1, venue);
        assertEquals(history.at(VenueSeries.POSITION, tick, venue) - before, sum, 1e-6);
        traded |= sum != 0;
      }
    }
    assertTrue(traded);
  }

  @Test
  void profitByVenueAndByCauseIsTheSameProfit() {
    DeskHistory history = MadeDesk.of(SHORT, "modulating");
    int last = history.ticks() - 1;
    double byVenue = 0;
    for (int venue = 0; venue < history.venues().size(); venue++) {
      byVenue += history.profitOf(last, venue);
    }
    double byCause = 0;
    for (ProfitSource source : ProfitSource.values()) {
      byCause += history.profitFrom(source, last);
    }
    assertEquals(history.profit(last), byVenue, 1e-6);
    assertEquals(history.profit(last), byCause, 1e-6);
  }

  @Test
  void aLineSaysInWordsWhatItShows() {
    DeskHistory history = MadeDesk.of(SHORT, "do_nothing");
    VenueLine line = new VenueLine(history, 3, 1);
    assertEquals("hyperliquid", line.name());
    assertEquals("–", line.bid());
    assertTrue(line.trades().isEmpty());
    assertEquals("spread ×1.00  size ×0.00", line.scales());
    assertEquals("offset 0.00  hedge 20 %", line.shifts());
    assertTrue(line.words().startsWith("hyperliquid, " + line.status() + ". Mid "), line.words());
    assertTrue(line.words().contains("Bid none, ask none. No fill."), line.words());
  }

  @Test
  void correctionsAreToldByReason() {
    DeskHistory history = MadeDesk.of(SHORT, market -> new Careless(Float.NaN));
    assertEquals(1, history.corrections(5, Correction.NOT_FINITE));
    assertEquals(5, history.correctedSoFar(5, Correction.NOT_FINITE));
    String words = DeskWords.action(history, 5);
    assertTrue(words.contains("corrected at this step: 1 not a number"), words);
    assertTrue(words.contains("so far: 5 not a number"), words);
    List<Incident> told =
        Incident.of(history).stream()
            .filter(incident -> incident.words().contains("not a number"))
            .toList();
    assertEquals(1, told.size(), "a policy corrected at every step is told of once");
  }

  @Test
  void anUncorrectedPolicyIsSaidToBe() {
    DeskHistory history = MadeDesk.of(SHORT, "heuristic");
    assertTrue(DeskWords.action(history, 9).endsWith("action never corrected"));
  }

  @Test
  void aKillIsTheLastIncidentAndTheBoardSaysWhy() {
    DeskHistory history =
        MadeDesk.of("{\"loss_limit\": 1, \"initial_position\": 60}", "do_nothing");
    int last = history.ticks() - 1;
    assertEquals(KillReason.LOSS, history.kill(last));
    assertEquals(KillReason.NONE, history.kill(last - 1));
    List<Incident> kills =
        Incident.of(history).stream()
            .filter(incident -> incident.kind() == Incident.Kind.KILL)
            .toList();
    assertEquals(1, kills.size());
    assertEquals(last, kills.getFirst().tick());
    assertEquals("Kill switch: the loss reached its limit", kills.getFirst().words());
    assertEquals("Stopped", DeskWords.regime(history, last));
    Gauge loss = Gauge.all(history, last).get(2);
    assertEquals(Level.DANGER, loss.level());
    assertTrue(loss.words().endsWith("beyond its limit"), loss.words());
  }

  @Test
  void gaugesAreSharesOfTheirLimits() {
    DeskHistory history =
        MadeDesk.of("{\"max_ticks\": 20, \"initial_position\": 60}", "do_nothing");
    List<Gauge> gauges = Gauge.all(history, 4);
    double delta = history.at(DeskSeries.NET_DELTA, 4) / history.at(DeskSeries.DELTA_LIMIT, 4);
    assertEquals(delta, gauges.get(0).share());
    assertEquals(Gauge.Sides.BOTH, gauges.get(0).sides());
    assertEquals(history.at(DeskSeries.BASIS, 4) / 10_000, gauges.get(1).share());
    assertEquals(
        List.of("Net delta", "Basis", "Loss", "Liquidation"),
        gauges.stream().map(Gauge::name).toList());
  }

  @Test
  void anyNumberOfVenuesHasItsLines() {
    DeskHistory history =
        MadeDesk.of(
            "{\"max_ticks\": 10, \"venues\": [{\"name\": \"a\"}, {\"name\": \"b\", \"tick_size\": 0.5}]}",
            "heuristic");
    assertEquals(2, history.venues().size());
    assertTrue(new VenueLine(history, 1, 1).mid().matches("\\d+\\.\\d"));
    assertFalse(DeskStory.of(history).history().venues().isEmpty());
  }
}
