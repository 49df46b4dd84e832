package io.makerbench.system.perp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** What holds of the desk whatever happens to it. */
class RiskPropertiesTest {
  @Property(tries = 200)
  void aKilledDeskStaysKilledAndSendsNothing(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -8000, max = 8000) Double> profits,
      @ForAll @Size(min = 20, max = 20)
          List<@DoubleRange(min = -500, max = 500) Double> positions) {
    Desk desk = new Desk(2);
    boolean killed = false;
    int reason = 0;
    for (int step = 0; step < profits.size(); step++) {
      desk.desks.realised[0] = profits.get(step);
      desk.hold(0, positions.get(step), 290);
      desk.risk.update(0);
      if (killed) {
        assertEquals(reason, desk.desks.killReason[0]);
      }
      killed = desk.desks.isKilled(0);
      reason = desk.desks.killReason[0];
      double net = desk.desks.net[0];
      desk.quotes.update(0);
      desk.exits.send(0, step);
      desk.hedges.send(0, step);
      if (killed) {
        assertEquals(0, desk.venues.bidSize[0] + desk.venues.askSize[0]);
        assertEquals(0, desk.venues.bidSize[1] + desk.venues.askSize[1]);
        assertEquals(net, desk.desks.net[0]);
      }
    }
  }

  @Property(tries = 300)
  void exitsAndHedgesNeverAddToAPositionNorTurnIt(
      @ForAll @DoubleRange(min = -60, max = 60) double first,
      @ForAll @DoubleRange(min = -60, max = 60) double second,
      @ForAll @DoubleRange(min = 250, max = 350) double entry,
      @ForAll @DoubleRange(min = 0, max = 2) double hedgeScale,
      @ForAll @DoubleRange(min = 299, max = 301) double mid) {
    Desk desk = new Desk(2);
    desk.venues.mid[1] = mid;
    desk.accounts.endow(1, second, entry);
    desk.hold(0, first, entry);
    desk.desks.hedgeScale[0] = hedgeScale;
    double before = desk.desks.net[0];
    desk.exits.send(0, 0);
    double between = desk.desks.net[0];
    desk.hedges.send(0, 0);
    double after = desk.desks.net[0];
    assertTrue(before * between >= 0 && Math.abs(between) <= Math.abs(before));
    assertTrue(between * after >= 0 && Math.abs(after) <= Math.abs(between));
  }
}
