package io.makerbench.system.perp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The desk's formulas one by one, against numbers worked out by hand. Usual: fair value 300, spread
 * 0.4, σ 0.001, maker fee 0.06 and taker fee 0.15 a unit, γ 0.1, k 1.5, and so a half spread of
 * 10·ln(1 + 0.1/1.5) = 0.645385.
 */
class FormulaTest {
  private static final double CLOSE = 1e-9;

  @Test
  void volatilityIsCutAtAQuarterAndFourTimesItsReference() {
    Desk desk = new Desk(1);
    desk.copies.drawn().referenceVolatility[0] = 0.0001;
    new FairValue(desk.copies).update(0);
    assertEquals(4, desk.desks.volatilityRatio[0]);
    assertEquals(1 + 3, desk.desks.spreadFactor[0], CLOSE);
    assertEquals(1.0 / 7, desk.desks.sizeFactor[0], CLOSE);
    assertEquals(0.25, desk.desks.bandFactor[0], CLOSE);
    assertEquals(25_000, desk.desks.deltaLimit[0], CLOSE);
    desk.copies.drawn().referenceVolatility[0] = 1;
    new FairValue(desk.copies).update(0);
    assertEquals(0.25, desk.desks.volatilityRatio[0]);
    assertEquals(1, desk.desks.spreadFactor[0]);
    assertEquals(400_000, desk.desks.deltaLimit[0], CLOSE);
  }

  @Test
  void fairValueOfTwoMidsIsTheirMeanAndStaleOnesDoNotCount() {
    Desk desk = new Desk(2);
    desk.venues.mid[1] = 304;
    new FairValue(desk.copies).update(0);
    assertEquals(302, desk.desks.fairValue[0]);
    desk.venues.staleness[1] = 1001;
    new FairValue(desk.copies).update(0);
    assertEquals(300, desk.desks.fairValue[0]);
    desk.venues.mid[0] = 0;
    new FairValue(desk.copies).update(0);
    assertEquals(300, desk.desks.fairValue[0], "the last one where there is no book");
  }

  @Test
  void aWaryDeskQuotesHalfAsWideAgainAndFiveAtMost() {
    Desk desk = new Desk(1);
    desk.desks.regime[0] = DeskStates.WARNING;
    desk.quotes.update(0);
    // 0.645385·1.5 = 0.968078; (0.97 − 0.06)/0.1 = 9.1, cut to 5
    assertEquals(299.03, desk.venues.bidPrice[0], CLOSE);
    assertEquals(300.97, desk.venues.askPrice[0], CLOSE);
    assertEquals(5, desk.venues.bidSize[0], CLOSE);
  }

  @Test
  void quotesLeanToTheirVenueAndStayOutsideItsTouch() {
    Desk desk = new Desk(3);
    desk.venues.mid[2] = 302;
    desk.quotes.update(0);
    // Around 300 + 0.3·2 = 300.6: bid 299.954; the ask may not be below 302 + 0.2 + 0.01.
    assertEquals(299.95, desk.venues.bidPrice[2], CLOSE);
    assertEquals(302.21, desk.venues.askPrice[2], CLOSE);
    // The bid's edge is 0.05 − 0.06; the ask's 2.15 at η 0.1 is 21.5, cut to 20.
    assertEquals(0, desk.venues.bidSize[2]);
    assertEquals(20, desk.venues.askSize[2], CLOSE);
  }

  @Test
  void fundingMovesWhatAVenueIsToHold() {
    Desk desk = new Desk(1);
    desk.desks.sigma[0] = 0.05;
    desk.venues.funding[0] = 0.002;
    desk.quotes.update(0);
    // Target 0.2·1·5 = 1; 300 − 0.1·0.05²·30·(0 − 0.3·(0 − 1)) = 299.99775; half (0.5+0.06+3)/2.
    assertEquals(298.21, desk.venues.bidPrice[0], CLOSE);
    assertEquals(301.78, desk.venues.askPrice[0], CLOSE);
    assertEquals(17.3, desk.venues.bidSize[0], CLOSE);
    assertEquals(17.2, desk.venues.askSize[0], CLOSE);
  }

  @Test
  void anEdgeOfHalfADollarOrLessIsNotQuoted() {
    Desk desk = new Desk(1);
    desk.copies.drawn().makerFee[0] = 0.0006;
    desk.quotes.update(0);
    // 0.65 − 0.18 = 0.47
    assertEquals(0, desk.venues.bidSize[0]);
    assertEquals(0, desk.venues.askSize[0]);
  }

  @Test
  void halfOfTenTimesTheMarginIsQuotedAtMost() {
    Desk desk = new Desk(1);
    desk.venues.margin[0] = 100;
    desk.quotes.update(0);
    // 100·10·0.5/300 = 1.667
    assertEquals(1.66, desk.venues.bidSize[0], CLOSE);
  }

  @Test
  void beyondTheDeltaLimitTheSideThatAddsIsThrottled() {
    Desk desk = new Desk(1);
    desk.hold(0, 5, 300);
    desk.desks.deltaLimit[0] = 1000;
    desk.quotes.update(0);
    // 1500 is 1.5 times the limit: half of 5.9
    assertEquals(2.95, desk.venues.bidSize[0], CLOSE);
    assertEquals(5.9, desk.venues.askSize[0], CLOSE);
  }

  @Test
  void pastALimitAndOnStaleBooksNothingIsQuoted() {
    Desk desk = new Desk(2);
    desk.venues.staleness[0] = 1001;
    desk.quotes.update(0);
    assertEquals(0, desk.venues.bidSize[0] + desk.venues.askSize[0]);
    assertTrue(desk.venues.bidSize[1] > 0 && desk.venues.askSize[1] > 0);
    desk.desks.regime[0] = DeskStates.HARD_LIMIT;
    desk.quotes.update(0);
    assertEquals(0, desk.venues.bidSize[1] + desk.venues.askSize[1]);
  }

  @Test
  void ordersOfLessThanTheLeastWorthAreNotSent() {
    Desk desk = new Desk(1);
    desk.venues.sizeScale[0] = 0.005;
    desk.quotes.update(0);
    // 5.9·0.005 is 0.02 in lots, worth 6 USD
    assertEquals(0, desk.venues.bidSize[0]);
  }

  @Test
  void aVenueWilderThanTheMarketIsToxic() {
    Desk desk = new Desk(3);
    desk.venues.varianceShort[0] = 0.0012 * 0.0012;
    desk.venues.varianceShort[1] = 0.0015 * 0.0015;
    desk.venues.mid[2] = 0;
    desk.toxicity.update(0, 0);
    // (1.2 − 1)/0.5, (1.5 − 1)/0.5, and no book
    assertEquals(0.4, desk.venues.toxicity[0], CLOSE);
    assertEquals(VenueStates.HEALTHY, desk.venues.status[0]);
    assertEquals(1, desk.venues.toxicity[1], CLOSE);
    assertEquals(VenueStates.DISABLED, desk.venues.status[1]);
    assertEquals(1, desk.venues.toxicity[2]);
  }

  @Test
  void adverseMovesCountUpToTwoDollars() {
    Desk desk = new Desk(2);
    desk.toxicity.filled(0, 0, 1, 310);
    desk.toxicity.filled(1, 0, -1, 299);
    desk.toxicity.update(0, 5);
    assertEquals(0.1, desk.venues.markout[0], CLOSE);
    assertEquals(0.1 * 0.5, desk.venues.markout[1], CLOSE);
    desk.toxicity.filled(0, 5, 1, 301);
    desk.toxicity.update(0, 10);
    // 0.9·0.1 + 0.1·0.5
    assertEquals(0.14, desk.venues.markout[0], CLOSE);
  }

  @Test
  void exitsSellWhatSlippageLeavesOfTheProfit() {
    Desk desk = new Desk(1);
    desk.hold(0, 10, 299.2);
    desk.exits.send(0, 0);
    // Profit 299.8 − 299.2 − 0.1499 − 0.15 = 0.3001, 0.0251 beyond 0.25 + 0.1·0.25; slippage
    // (0.01 + 300·0.4/10,000)q + 0.001q² takes that at q = 1.087.
    assertEquals(8.92, desk.venues.position[0], CLOSE);
  }

  @Test
  void volatilityRaisesTheProfitAnExitMustMake() {
    Desk desk = new Desk(1);
    desk.hold(0, 10, 299.2);
    desk.desks.volatilityRatio[0] = 1;
    desk.exits.send(0, 0);
    assertEquals(10, desk.venues.position[0], "0.3001 is less than 0.25 + 0.1");
  }

  @Test
  void exitsKeepToTheirBounds() {
    assertEquals(3.33, exited(10, 10_000, 10), CLOSE, "a tenth of the depth");
    assertEquals(6, exited(10, 1e6, 10), CLOSE, "six a venue");
    assertEquals(3, exited(10, 1e6, 3.5), CLOSE, "half of that near liquidation");
    assertEquals(0, exited(0.24, 10_000, 10), CLOSE, "a small position");
    assertEquals(0, exited(10, 499, 10), CLOSE, "a thin book");
  }

  private static double exited(double held, double depth, double distance) {
    Desk desk = new Desk(1);
    desk.venues.depth[0] = depth;
    desk.venues.distance[0] = distance;
    desk.hold(0, held, 290);
    desk.exits.send(0, 0);
    return held - desk.venues.position[0];
  }

  @Test
  void exitsOfAllVenuesTakeTenAtMost() {
    Desk desk = new Desk(3);
    Arrays.fill(desk.venues.depth, 1e6);
    desk.hold(0, 40, 290);
    desk.exits.send(0, 0);
    assertEquals(30, desk.desks.net[0], CLOSE);
  }

  @Test
  void hedgesTakeTwentyAtMostAndTenAVenue() {
    Desk desk = new Desk(3);
    Arrays.fill(desk.venues.depth, 1e6);
    desk.hold(0, 60, 300);
    desk.hedges.send(0, 0);
    // Half of 60 is cut to 20; the venue that holds the position costs 0.02 less than the others.
    assertEquals(50, desk.venues.position[0], CLOSE);
    assertEquals(-10, desk.venues.position[1], CLOSE);
    assertEquals(0, desk.venues.position[2]);
  }

  @Test
  void nearLiquidationAVenueIsDearToHedgeOn() {
    Desk desk = new Desk(2);
    desk.hold(0, 8, 300);
    desk.venues.distance[0] = 4;
    desk.hedges.send(0, 0);
    // 0.2 + 0.15 + 0.05 + 0.1·(5 − 4) = 0.5 against 0.2 + 0.15 + 0.05 + 0.02 = 0.42
    assertEquals(-3.33, desk.venues.position[1], CLOSE);
    assertEquals(8 - 0.67, desk.venues.position[0], CLOSE);
  }

  @Test
  void fundingPaysForAHedge() {
    Desk desk = new Desk(2);
    desk.hold(0, 8, 300);
    desk.venues.funding[1] = 1;
    desk.hedges.send(0, 0);
    // 0.42 − 0.2·300·30/28,800 = 0.3575 against 0.40
    assertEquals(-3.33, desk.venues.position[1], CLOSE);
  }

  @Test
  void theBandWidensWithVolatility() {
    Desk desk = new Desk(1);
    desk.hold(0, 11.3, 300);
    desk.desks.volatilityRatio[0] = 1.01;
    desk.hedges.send(0, 0);
    assertEquals(11.3, desk.desks.net[0], "5.625·2.01 = 11.31");
    desk.desks.volatilityRatio[0] = 1;
    desk.hedges.send(0, 0);
    assertTrue(desk.desks.net[0] < 11.3, "5.625·2 = 11.25");
  }

  @Test
  void eachLimitHasItsWarningAndItsKill() {
    assertRegime(DeskStates.NORMAL, KillReason.NONE, 233, 300, 10, 0);
    assertRegime(DeskStates.WARNING, KillReason.NONE, 234, 300, 10, 0);
    assertRegime(DeskStates.HARD_LIMIT, KillReason.DELTA, 334, 300, 10, 0);
    assertRegime(DeskStates.NORMAL, KillReason.NONE, 174, 340, 10, 0);
    assertRegime(DeskStates.WARNING, KillReason.NONE, 175, 340, 10, 0);
    assertRegime(DeskStates.HARD_LIMIT, KillReason.BASIS, 250, 340, 10, 0);
    assertRegime(DeskStates.NORMAL, KillReason.NONE, 1, 300, 5.01, 0);
    assertRegime(DeskStates.WARNING, KillReason.NONE, 1, 300, 5, 0);
    assertRegime(DeskStates.HARD_LIMIT, KillReason.LIQUIDATION, 1, 300, 2, 0);
    assertRegime(DeskStates.WARNING, KillReason.NONE, 0, 300, 10, -2500);
    assertRegime(DeskStates.HARD_LIMIT, KillReason.LOSS, 0, 300, 10, -5000);
  }

  private static void assertRegime(
      int regime, KillReason reason, double held, double mid, double distance, double profit) {
    Desk desk = new Desk(3);
    desk.desks.deltaLimit[0] = 100_000;
    desk.venues.mid[0] = mid;
    desk.venues.distance[0] = distance;
    desk.desks.realised[0] = profit;
    desk.hold(0, held, 300);
    desk.risk.update(0);
    String what = held + " at " + mid + ", distance " + distance + ", profit " + profit;
    assertEquals(regime, desk.desks.regime[0], what);
    assertEquals(reason.ordinal(), desk.desks.killReason[0], what);
  }
}
