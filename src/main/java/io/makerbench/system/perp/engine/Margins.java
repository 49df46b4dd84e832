package io.makerbench.system.perp.engine;

/**
 * Free margin and distance to liquidation of each venue's position. The desk holds the same
 * collateral at each venue and moves its profits and losses between them at once, so that what one
 * leg loses and another gains leaves both alone.
 */
public final class Margins {
  private static final double COLLATERAL_USD = 10_000;
  private static final double LEVERAGE = 10;

  private final Terms terms;
  private final VenueStates venues;
  private final DeskStates desks;

  public Margins(Copies copies) {
    terms = copies.terms();
    venues = copies.venues();
    desks = copies.desks();
  }

  /** Marks the positions of a copy at fair value. */
  public void update(int copy) {
    int first = copy * terms.venues;
    double fair = desks.fairValue[copy];
    double equity = COLLATERAL_USD + desks.profit(copy) / terms.venues;
    for (int i = first; i < first + terms.venues; i++) {
      double worth = Math.abs(venues.position[i]) * fair;
      venues.margin[i] = Math.max(0, equity - worth / LEVERAGE);
      venues.distance[i] =
          worth == 0
              ? Copies.FAR_FROM_LIQUIDATION
              : Math.clamp(equity / (worth * desks.sigma[copy]), 0, Copies.FAR_FROM_LIQUIDATION);
    }
  }
}
