package io.makerbench.system.perp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One step of each part of the engine against numbers worked out by hand. */
class EngineTest {
  private static final double CLOSE = 1e-9;

  @Test
  void fairValueIsTheMedianAndVolatilityFollowsTheReturns() {
    Desk desk = new Desk(3);
    desk.venues.mid[0] = 310;
    desk.venues.mid[1] = 303;
    desk.venues.mid[2] = 290;
    new FairValue(desk.copies).update(0);
    assertEquals(303, desk.desks.fairValue[0]);
    double move = Math.log(303.0 / 300);
    assertEquals(0.2 * move * move, desk.desks.varianceShort[0], 1e-15);
    assertEquals(0.05 * move * move, desk.desks.varianceLong[0], 1e-15);
    assertEquals(Math.sqrt(0.2) * move, desk.desks.sigma[0], 1e-12);
    double local = Math.log(310.0 / 300);
    assertEquals(0.2 * local * local, desk.venues.varianceShort[0], 1e-15);
  }

  @Test
  void aVolatileMarketWidensSpreadsAndShrinksSizes() {
    Desk desk = new Desk(1);
    desk.copies.drawn().referenceVolatility[0] = 0.0005;
    new FairValue(desk.copies).update(0);
    assertEquals(2, desk.desks.volatilityRatio[0], CLOSE);
    assertEquals(2, desk.desks.spreadFactor[0], CLOSE);
    assertEquals(1.0 / 3, desk.desks.sizeFactor[0], CLOSE);
    assertEquals(0.5, desk.desks.bandFactor[0], CLOSE);
    assertEquals(50_000, desk.desks.deltaLimit[0], CLOSE);
  }

  @Test
  void quotesStandAtTheCalmHalfSpreadSizedByTheirEdge() {
    Desk desk = new Desk(1);
    desk.quotes.update(0);
    // 10 ln(1 + 0.1/1.5) = 0.6454; edge 0.65 − 0.06 = 0.59 at η 0.1
    assertEquals(299.35, desk.venues.bidPrice[0], CLOSE);
    assertEquals(300.65, desk.venues.askPrice[0], CLOSE);
    assertEquals(5.9, desk.venues.bidSize[0], CLOSE);
    assertEquals(5.9, desk.venues.askSize[0], CLOSE);
  }

  @Test
  void quotesLeanAgainstThePosition() {
    Desk desk = new Desk(1);
    desk.hold(0, 10, 300);
    desk.desks.sigma[0] = 0.05;
    desk.quotes.update(0);
    // leans by 0.1·0.0025·30·(10 − 0.3·(10 − 2)) = 0.057; half (0.5 + 0.06 + 3)/2 = 1.78
    assertEquals(298.16, desk.venues.bidPrice[0], CLOSE);
    assertEquals(301.73, desk.venues.askPrice[0], CLOSE);
    assertEquals(17.8, desk.venues.bidSize[0], CLOSE);
    assertEquals(16.7, desk.venues.askSize[0], CLOSE);
  }

  @Test
  void aPolicyMovesAndSizesTheQuotes() {
    Desk desk = new Desk(1);
    desk.venues.spreadScale[0] = 2;
    desk.venues.sizeScale[0] = 0.5;
    desk.quotes.update(0);
    assertEquals(298.7, desk.venues.bidPrice[0], CLOSE);
    assertEquals(301.3, desk.venues.askPrice[0], CLOSE);
    assertEquals(2.95, desk.venues.bidSize[0], CLOSE);
  }

  @Test
  void nearLiquidationQuotesAreWiderAndSmaller() {
    Desk desk = new Desk(1);
    desk.venues.distance[0] = 3.5;
    desk.quotes.update(0);
    // 0.6454·(1 + 2·0.3) = 1.0326; (1.04 − 0.06)/0.1·(3.5 − 2)/3 = 4.9
    assertEquals(298.96, desk.venues.bidPrice[0], CLOSE);
    assertEquals(4.9, desk.venues.bidSize[0], CLOSE);
  }

  @Test
  void toxicVenuesGetSmallQuotesAndThenNone() {
    Desk desk = new Desk(2);
    desk.venues.toxicityFloor[0] = 0.75;
    desk.venues.toxicityFloor[1] = 0.95;
    desk.toxicity.update(0, 0);
    desk.quotes.update(0);
    // 5.9 × (1 − 0.15/0.3) × 0.5
    assertEquals(1.47, desk.venues.bidSize[0], CLOSE);
    assertEquals(0, desk.venues.bidSize[1]);
    assertEquals(VenueStates.WARNING, desk.venues.status[0]);
    assertEquals(VenueStates.DISABLED, desk.venues.status[1]);
  }

  @Test
  void aFillIsJudgedFiveStepsLater() {
    Desk desk = new Desk(1);
    desk.toxicity.filled(0, 3, 2, 300.5);
    desk.venues.mid[0] = 299.5;
    for (int tick = 4; tick < 8; tick++) {
      desk.toxicity.update(0, tick);
      assertEquals(0, desk.venues.markout[0]);
    }
    desk.toxicity.update(0, 8);
    assertEquals(0.1 * 0.5, desk.venues.markout[0], CLOSE);
    desk.toxicity.update(0, 13);
    assertEquals(0.1 * 0.5, desk.venues.markout[0], CLOSE);
  }

  @Test
  void exitsTakeTheBestVenueFirstAndTheirProfit() {
    Desk desk = new Desk(2);
    desk.venues.mid[1] = 300.4;
    desk.venues.spread[1] = 0.42;
    desk.hold(0, 10, 298);
    desk.exits.send(0, 0);
    // A tenth of either book is 3.33. The second venue pays more, though a short is opened there.
    assertEquals(6.67, desk.venues.position[0], CLOSE);
    assertEquals(-3.33, desk.venues.position[1], CLOSE);
    assertEquals(300.19, desk.venues.entry[1], CLOSE);
    // 3.33·1.8 less fees of 5 bps on 299.8 and 300.19
    assertEquals(4.99501665, desk.desks.realised[0], CLOSE);
    assertEquals(3.34, desk.desks.net[0], CLOSE);
  }

  @Test
  void exitsWaitForAProfit() {
    Desk desk = new Desk(2);
    desk.hold(0, 10, 299.3);
    desk.exits.send(0, 0);
    // 299.8 − 299.3 − 0.1499 − 0.15 = 0.2001 is less than 0.275
    assertEquals(10, desk.desks.net[0]);
  }

  @Test
  void hedgesGoToTheCheapestVenueFirst() {
    Desk desk = new Desk(2);
    desk.venues.mid[1] = 300.4;
    desk.venues.spread[1] = 0.42;
    desk.hold(0, 8, 300);
    desk.hedges.send(0, 0);
    // Half of 8: 3.33 at the second venue (0.35 a unit), the rest at the first (0.40).
    assertEquals(-3.33, desk.venues.position[1], CLOSE);
    assertEquals(8 - 0.67, desk.venues.position[0], CLOSE);
  }

  @Test
  void withinTheBandNothingIsHedged() {
    Desk desk = new Desk(1);
    desk.hold(0, 5.625 * 1.25, 300);
    desk.hedges.send(0, 0);
    assertEquals(5.625 * 1.25, desk.desks.net[0]);
  }

  @Test
  void aPolicyScalesAndRoutesHedges() {
    Desk desk = new Desk(2);
    desk.hold(0, 8, 300);
    desk.desks.hedgeScale[0] = 0.5;
    desk.venues.hedgeWeight[0] = 0;
    desk.venues.hedgeWeight[1] = 1;
    desk.hedges.send(0, 0);
    assertEquals(8, desk.venues.position[0]);
    assertEquals(-2, desk.venues.position[1], CLOSE);
  }

  @Test
  void positionsAverageTheirEntryAndRealiseWhatTheyClose() {
    Desk desk = new Desk(1);
    desk.accounts.fill(0, 0, 0, 2, 300, Cause.QUOTE);
    desk.accounts.fill(0, 0, 0, 2, 310, Cause.QUOTE);
    assertEquals(305, desk.venues.entry[0], CLOSE);
    desk.accounts.fill(0, 0, 0, -6, 311, Cause.HEDGE);
    assertEquals(-2, desk.venues.position[0], CLOSE);
    assertEquals(311, desk.venues.entry[0], CLOSE);
    double fees = 0.0002 * (600 + 620) + 0.0005 * 6 * 311;
    assertEquals(4 * 6 - fees, desk.desks.realised[0], CLOSE);
    desk.accounts.expose(0);
    assertEquals(-2 * (300 - 311), desk.desks.unrealised[0], CLOSE);
    assertEquals(-600, desk.desks.delta[0], CLOSE);
  }

  @Test
  void longsPayPositiveFunding() {
    Desk desk = new Desk(1);
    desk.hold(0, 4, 300);
    desk.venues.funding[0] = 0.001;
    desk.accounts.payFunding(0);
    assertEquals(-4 * 300 * 0.001 / 28_800, desk.desks.realised[0], 1e-15);
  }

  @Test
  void marginIsWhatALegLeavesOfPooledCollateral() {
    Desk desk = new Desk(2);
    desk.hold(0, 100, 310);
    desk.desks.sigma[0] = 0.05;
    new Margins(desk.copies).update(0);
    // Collateral 10,000 − 1,000 / 2; a leg of 30,000 takes a tenth.
    assertEquals(6_500, desk.venues.margin[0], CLOSE);
    assertEquals(9_500, desk.venues.margin[1], CLOSE);
    assertEquals(9_500 / 1_500.0, desk.venues.distance[0], CLOSE);
    assertEquals(10, desk.venues.distance[1], CLOSE);
  }

  @Test
  void withoutMarginQuotesOnlyMakeALegSmaller() {
    Desk desk = new Desk(1);
    desk.hold(0, 2, 300);
    desk.venues.margin[0] = 0;
    desk.quotes.update(0);
    assertEquals(0, desk.venues.bidSize[0]);
    assertEquals(5.9, desk.venues.askSize[0], CLOSE);
  }

  @Test
  void theMostImportantBreachIsTheReason() {
    Desk desk = new Desk(1);
    desk.venues.distance[0] = 2;
    desk.hold(0, 400, 300);
    desk.desks.realised[0] = -5000;
    desk.risk.update(0);
    assertEquals(KillReason.LOSS.ordinal(), desk.desks.killReason[0]);
    desk.desks.realised[0] = 0;
    desk.risk.update(0);
    assertEquals(KillReason.LOSS.ordinal(), desk.desks.killReason[0]);
    assertEquals(DeskStates.HARD_LIMIT, desk.desks.regime[0]);
  }

  @Test
  void halfTheLossLimitIsAWarning() {
    Desk desk = new Desk(1);
    desk.desks.realised[0] = -2500;
    desk.risk.update(0);
    assertEquals(DeskStates.WARNING, desk.desks.regime[0]);
    assertEquals(0, desk.desks.killReason[0]);
  }
}
