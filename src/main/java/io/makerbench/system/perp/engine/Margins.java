package io.makerbench.system.perp.engine;

/** Free margin and distance to liquidation of each venue's position. */
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
    for (int i = first; i < first + terms.venues; i++) {
      double held = venues.position[i];
      double worth = Math.abs(held) * fair;
      double equity = COLLATERAL_USD + held * (fair - venues.entry[i]);
      venues.margin[i] = Math.max(0, equity - worth / LEVERAGE);
      venues.distance[i] =
          worth == 0
              ? Copies.FAR_FROM_LIQUIDATION
              : Math.clamp(equity / (worth * desks.sigma[copy]), 0, Copies.FAR_FROM_LIQUIDATION);
    }
  }
}
