package io.makerbench.system.perp.engine;

/**
 * Orders that leave a position at once where that pays: against the net position, never beyond it,
 * on the venues of the best score first.
 */
public final class Exits {
  private static final double LEAST_NET = 0.25;
  private static final double LARGEST_IN_ALL = 10;
  private static final double LARGEST_A_VENUE = 6;
  private static final double LEAST_DEPTH_USD = 500;
  private static final double LEAST_SIZE = 0.01;
  private static final double VOLATILITY_BUFFER = 0.5;
  private static final double LEAST_PROFIT_USD = 0.25;
  private static final double PROFIT_PER_VOLATILITY = 0.10;
  private static final double EDGE_WEIGHT = 0.20;
  private static final double OPENING_PENALTY = 0.05;
  private static final double CLOSING_BONUS = 0.02;
  private static final double REDUCING_BONUS = 0.01;
  private static final double BASIS_RISK_WEIGHT = 0.10;
  private static final double LESS_BASIS_RISK_SHARE = 0.5;

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;
  private final Taker taker;

  public Exits(Copies copies, Taker taker) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
    this.taker = taker;
  }

  /** Sends the exits of a copy. */
  public void send(int copy, int tick) {
    double net = desks.net[copy];
    if (desks.isKilled(copy) || Math.abs(net) < LEAST_NET) {
      return;
    }
    int side = net > 0 ? -1 : 1;
    double threshold = LEAST_PROFIT_USD + PROFIT_PER_VOLATILITY * desks.volatilityRatio[copy];
    if (score(copy, side, threshold)) {
      sendBest(copy, tick, side, threshold);
    }
  }

  /** Scores every venue; −∞ where an exit does not pay. False where it pays nowhere. */
  private boolean score(int copy, int side, double threshold) {
    int first = copy * terms.venues;
    double entry = meanEntry(first, side);
    boolean any = false;
    for (int v = 0; v < terms.venues; v++) {
      int i = first + v;
      venues.scratch[i] = Double.NEGATIVE_INFINITY;
      if (taker.mayTake(v, i) && venues.depth[i] >= LEAST_DEPTH_USD) {
        double base = profit(copy, v, i, side, entry);
        if (base > threshold) {
          venues.scratch[i] = base + extra(copy, v, i, side);
          venues.room[i] = base;
          any = true;
        }
      }
    }
    return any;
  }

  /** Mean price of the legs that make up the net position. */
  private double meanEntry(int first, int side) {
    double worth = 0;
    double size = 0;
    for (int i = first; i < first + terms.venues; i++) {
      if (venues.position[i] * side < 0) {
        size += venues.position[i];
        worth += venues.position[i] * venues.entry[i];
      }
    }
    return size == 0 ? 0 : worth / size;
  }

  /** Profit of a unit after fees and a buffer for volatility, USD. */
  private double profit(int copy, int v, int i, int side, double entry) {
    double fair = desks.fairValue[copy];
    double price = taker.price(v, i, side);
    return -side * (price - entry)
        - drawn.takerFee[i] * price
        - VOLATILITY_BUFFER * desks.sigma[copy] * fair;
  }

  private double extra(int copy, int v, int i, int side) {
    double fair = desks.fairValue[copy];
    double edge = -side * (taker.price(v, i, side) - fair);
    double held = venues.position[i];
    boolean reduces = held * side < 0;
    double apart = Math.abs(venues.mid[i] - fair);
    double basisRisk = reduces ? -LESS_BASIS_RISK_SHARE * apart : apart;
    return EDGE_WEIGHT * edge + leg(copy, held, reduces) - BASIS_RISK_WEIGHT * basisRisk;
  }

  private double leg(int copy, double held, boolean reduces) {
    if (!reduces) {
      return -OPENING_PENALTY;
    }
    boolean closes = Math.abs(held) <= Math.min(Math.abs(desks.net[copy]), LARGEST_A_VENUE);
    return closes ? CLOSING_BONUS : REDUCING_BONUS;
  }

  private void sendBest(int copy, int tick, int side, double threshold) {
    int first = copy * terms.venues;
    double left = Math.min(LARGEST_IN_ALL * tightest(first), Math.abs(desks.net[copy]));
    int best = taker.highest(first);
    while (best >= 0 && left >= LEAST_SIZE) {
      int v = best - first;
      double size = Math.min(left, largest(copy, best, venues.room[best] - threshold));
      venues.scratch[best] = Double.NEGATIVE_INFINITY;
      left -= taker.take(copy, v, tick, side, size, Cause.EXIT);
      best = taker.highest(first);
    }
  }

  private double tightest(int first) {
    double least = 1;
    for (int i = first; i < first + terms.venues; i++) {
      least = Math.min(least, Risk.room(venues.distance[i]));
    }
    return least;
  }

  /** Size whose slippage a·size + b·size² takes no more than the profit beyond the threshold. */
  private double largest(int copy, int i, double spare) {
    double a =
        drawn.slippageLinear[copy] + desks.fairValue[copy] * venues.spread[i] / venues.depth[i];
    double b = drawn.slippageQuadratic[copy];
    double bySlippage = b > 0 ? (Math.sqrt(a * a + 4 * b * spare) - a) / (2 * b) : spare / a;
    double byVenue = LARGEST_A_VENUE * Risk.room(venues.distance[i]);
    return Math.min(Math.min(bySlippage, byVenue), taker.shareOfDepth(copy, i));
  }
}
