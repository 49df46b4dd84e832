package io.makerbench.system.perp.engine;

/**
 * Orders that make a net position beyond the band smaller, on the cheapest venues first. A policy
 * scales the size, and its weights the share of each venue: at equal weights a venue takes its
 * usual largest order, at weight 0 none.
 */
public final class Hedges {
  private static final double SHARE_OF_NET = 0.5;
  private static final double LARGEST_STEP = 20;
  private static final double LARGEST_A_VENUE = 10;
  private static final double FIXED_COST = 0.05;
  private static final double FUNDING_WEIGHT = 0.2;
  private static final double BASIS_WEIGHT = 0.2;
  private static final double LIQUIDATION_WEIGHT = 0.1;
  private static final double NEW_LEG_COST = 0.02;
  private static final double HORIZON_OF_FUNDING = 30.0 / (8 * 3600);

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;
  private final Taker taker;

  public Hedges(Copies copies, Taker taker) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
    this.taker = taker;
  }

  /** Sends the hedges of a copy. */
  public void send(int copy, int tick) {
    double net = desks.net[copy];
    double band = terms.band * (1 + desks.volatilityRatio[copy]);
    if (desks.isKilled(copy) || Math.abs(net) <= band) {
      return;
    }
    double step = Math.min(SHARE_OF_NET * Math.abs(net), LARGEST_STEP) * desks.hedgeScale[copy];
    int side = net > 0 ? -1 : 1;
    rank(copy, side);
    sendCheapest(copy, tick, side, Math.min(step, Math.abs(net)));
  }

  private void rank(int copy, int side) {
    int first = copy * terms.venues;
    for (int v = 0; v < terms.venues; v++) {
      int i = first + v;
      venues.scratch[i] = taker.mayTake(v, i) ? -cost(copy, i, side) : Double.NEGATIVE_INFINITY;
    }
  }

  /** Cost of hedging a unit, USD. */
  private double cost(int copy, int i, int side) {
    double fair = desks.fairValue[copy];
    double basisEdge = -side * (venues.mid[i] - fair);
    double funding = -side * venues.funding[i] * HORIZON_OF_FUNDING * fair;
    double near = Math.max(0, Risk.LIQUIDATION_NEAR - venues.distance[i]);
    return venues.spread[i] / 2
        + drawn.takerFee[i] * fair
        + FIXED_COST
        - FUNDING_WEIGHT * funding
        - BASIS_WEIGHT * basisEdge
        + LIQUIDATION_WEIGHT * near
        + (venues.position[i] == 0 ? NEW_LEG_COST : 0);
  }

  private void sendCheapest(int copy, int tick, int side, double size) {
    int first = copy * terms.venues;
    double left = size;
    int best = taker.highest(first);
    while (best >= 0 && left > 0) {
      double share = venues.hedgeWeight[best] * terms.venues;
      double most = Math.min(LARGEST_A_VENUE * share, taker.shareOfDepth(copy, best));
      venues.scratch[best] = Double.NEGATIVE_INFINITY;
      left -= taker.take(copy, best - first, tick, side, Math.min(left, most), Cause.HEDGE);
      best = taker.highest(first);
    }
  }
}
