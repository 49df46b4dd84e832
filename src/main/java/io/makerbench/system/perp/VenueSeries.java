package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.Locale;

/**
 * Series that an episode has of each venue, an entry a tick: the book and what the desk made of it,
 * and the position after the tick's trades. Beside them are those of {@link #profit}.
 */
public enum VenueSeries {
  /** Mid price, USD; NaN where there is no book. */
  MID((venues, i) -> venues.mid[i] > 0 ? venues.mid[i] : Double.NaN),
  /** Distance of the best prices, USD; NaN where there is no book. */
  SPREAD((venues, i) -> venues.mid[i] > 0 ? venues.spread[i] : Double.NaN),
  /** Money resting near the mid, USD. */
  DEPTH((venues, i) -> venues.depth[i]),
  /** Age of the book, ms. */
  STALENESS((venues, i) -> venues.staleness[i]),
  /** Funding rate over eight hours, paid by longs when positive. */
  FUNDING((venues, i) -> venues.funding[i]),
  /** Price of the own bid, USD; NaN where there is none. */
  OWN_BID((venues, i) -> venues.bidSize[i] > 0 ? venues.bidPrice[i] : Double.NaN),
  /** Size of the own bid, base currency. */
  OWN_BID_SIZE((venues, i) -> venues.bidSize[i]),
  /** Price of the own ask, USD; NaN where there is none. */
  OWN_ASK((venues, i) -> venues.askSize[i] > 0 ? venues.askPrice[i] : Double.NaN),
  /** Size of the own ask, base currency. */
  OWN_ASK_SIZE((venues, i) -> venues.askSize[i]),
  /** Position, base currency. */
  POSITION((venues, i) -> venues.position[i]),
  /** Mean price of the position, USD; 0 without one. */
  ENTRY((venues, i) -> venues.entry[i]),
  /** How much the flow costs the desk, 0 … 1. */
  TOXICITY((venues, i) -> venues.toxicity[i]),
  /** {@link VenueStates#HEALTHY}, {@link VenueStates#WARNING} or {@link VenueStates#DISABLED}. */
  STATUS((venues, i) -> venues.status[i]),
  /** Money free for further positions, USD. */
  MARGIN((venues, i) -> venues.margin[i]),
  /** Distance to liquidation, standard deviations of a step, at most 10. */
  LIQUIDATION_DISTANCE((venues, i) -> venues.distance[i]),
  /** What the policy makes of the distance of quotes from their middle; 1 leaves it alone. */
  SPREAD_SCALE((venues, i) -> venues.spreadScale[i]),
  /** What the policy makes of the size of quotes; 1 leaves it alone. */
  SIZE_SCALE((venues, i) -> venues.sizeScale[i]),
  /** What the policy adds to the middle of quotes, USD. */
  OFFSET((venues, i) -> venues.offset[i]),
  /** Share of hedges that the policy gives to the venue. */
  HEDGE_WEIGHT((venues, i) -> venues.hedgeWeight[i]);

  private final Reading reading;

  private interface Reading {
    double of(VenueStates venues, int i);
  }

  VenueSeries(Reading reading) {
    this.reading = reading;
  }

  /** Name of the series in an episode. */
  public String series() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Name of the series of what a venue gained from a source since the episode began, USD. Those of
   * all sources and venues add up to the equity.
   */
  public static String profit(ProfitSource source) {
    return "pnl_" + source.name().toLowerCase(Locale.ROOT);
  }

  double of(VenueStates venues, int i) {
    return reading.of(venues, i);
  }
}
