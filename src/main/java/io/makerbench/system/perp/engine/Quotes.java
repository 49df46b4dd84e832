package io.makerbench.system.perp.engine;

/**
 * The desk's resting orders: around a reservation price that leans against the position, at a half
 * spread after Guéant, Lehalle and Fernandez-Tapia's form (1/γ)·ln(1 + γ/k), sized by their edge.
 */
public final class Quotes {
  private static final double LEAST_EDGE_USD = 0.5;
  private static final double VOLATILITY_BUFFER = 0.2;
  private static final double WARNING_WIDENING = 1.5;
  private static final double BASIS_WEIGHT = 0.3;
  private static final double HORIZON_SECONDS = 30;
  private static final double SHARE_OF_OWN_VENUE = 0.3;
  private static final double USUAL_FUNDING = 0.001;
  private static final double FUNDING_TARGET = 5;
  private static final double LEVERAGE = 10;
  private static final double SHARE_OF_MARGIN = 0.5;
  private static final double LARGEST_IN_WARNING = 5;
  private static final double WARNING_VENUE_SHARE = 0.5;
  private static final double LEAST_TOXIC_SHARE = 0.1;

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;

  public Quotes(Copies copies) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
  }

  /** Sets the quotes of a copy; none while it is killed or past a limit. */
  public void update(int copy) {
    boolean stopped = desks.isKilled(copy) || desks.regime[copy] == DeskStates.HARD_LIMIT;
    int first = copy * terms.venues;
    for (int v = 0; v < terms.venues; v++) {
      int i = first + v;
      venues.bidSize[i] = 0;
      venues.askSize[i] = 0;
      boolean open =
          venues.status[i] != VenueStates.DISABLED && venues.staleness[i] <= terms.staleMillis[v];
      if (open && !stopped) {
        quote(copy, v, i);
      }
    }
  }

  private void quote(int copy, int v, int i) {
    double fair = desks.fairValue[copy];
    double fee = drawn.makerFee[i] * fair;
    double half = halfSpread(copy, v, i, fee);
    double reservation = reservation(copy, v, i, fair);
    double touch = venues.spread[i] / 2 + terms.tick[v];
    double bid = down(Math.min(reservation - half, venues.mid[i] - touch), terms.tick[v]);
    double ask = up(Math.max(reservation + half, venues.mid[i] + touch), terms.tick[v]);
    double shares = sharesOfSize(copy, i);
    double mostBought = largest(copy, v, i, 1);
    double mostSold = largest(copy, v, i, -1);
    double bidSize = size(fair - bid - fee, copy, shares, mostBought) * throttle(copy, 1);
    double askSize = size(ask - fair - fee, copy, shares, mostSold) * throttle(copy, -1);
    placeBid(v, i, fair, bidSize, bid, touch);
    placeAsk(v, i, fair, askSize, ask, touch);
  }

  /**
   * @param fee maker fee of a unit, USD
   */
  private double halfSpread(int copy, int v, int i, double fee) {
    double fair = desks.fairValue[copy];
    double buffer = VOLATILITY_BUFFER * desks.sigma[copy] * fair;
    double least = (LEAST_EDGE_USD + fee + buffer) / 2;
    double half = Math.max(terms.calmHalfSpread[v] * desks.spreadFactor[copy], least);
    if (desks.regime[copy] == DeskStates.WARNING) {
      half *= WARNING_WIDENING;
    }
    double near = (Risk.LIQUIDATION_NEAR - venues.distance[i]) / Risk.LIQUIDATION_NEAR;
    return near > 0 ? half * (1 + 2 * near) : half;
  }

  private double reservation(int copy, int v, int i, double fair) {
    double sigma = desks.sigma[copy];
    double lean = terms.gamma[v] * sigma * sigma * HORIZON_SECONDS;
    double net = desks.net[copy];
    double away = venues.position[i] - target(v, i, net);
    return fair
        + BASIS_WEIGHT * (venues.mid[i] - fair)
        - lean * (net - SHARE_OF_OWN_VENUE * away)
        + venues.offset[i];
  }

  /** Position the venue is to hold. */
  private double target(int v, int i, double net) {
    double lure = Math.clamp(venues.funding[i] / USUAL_FUNDING, -1, 1);
    return terms.liquidityWeight[v] * net + terms.fundingWeight[v] * lure * FUNDING_TARGET;
  }

  /** What toxicity and the nearness of liquidation leave of a size. */
  private double sharesOfSize(int copy, int i) {
    double toxic =
        Math.clamp(
            1 - (venues.toxicity[i] - Toxicity.WARNING) / (Toxicity.DISABLED - Toxicity.WARNING),
            LEAST_TOXIC_SHARE,
            1);
    double warned = venues.status[i] == VenueStates.WARNING ? WARNING_VENUE_SHARE : 1;
    return desks.sizeFactor[copy] * toxic * warned * Risk.room(venues.distance[i]);
  }

  /** Largest size of a side; what makes a venue's position smaller needs no margin. */
  private double largest(int copy, int v, int i, int side) {
    double most = terms.maxOrder[v];
    if (venues.position[i] * side >= 0) {
      double byMargin = venues.margin[i] * LEVERAGE * SHARE_OF_MARGIN / desks.fairValue[copy];
      most = Math.min(most, byMargin);
    }
    return desks.regime[copy] == DeskStates.WARNING ? Math.min(most, LARGEST_IN_WARNING) : most;
  }

  private double size(double edge, int copy, double shares, double most) {
    return edge > LEAST_EDGE_USD ? Math.min(edge / terms.eta, most) * shares : 0;
  }

  /** What is left of the side that would add to a position beyond the limit, up to twice it. */
  private double throttle(int copy, int side) {
    double delta = desks.delta[copy];
    return delta * side <= 0 ? 1 : Math.clamp(2 - Math.abs(delta) / desks.deltaLimit[copy], 0, 1);
  }

  private void placeBid(int v, int i, double fair, double size, double bid, double touch) {
    double scaled = fair - (fair - bid) * venues.spreadScale[i];
    double price = down(Math.min(scaled, venues.mid[i] - touch), terms.tick[v]);
    venues.bidPrice[i] = price;
    venues.bidSize[i] = placed(v, i, size, price);
  }

  private void placeAsk(int v, int i, double fair, double size, double ask, double touch) {
    double scaled = fair + (ask - fair) * venues.spreadScale[i];
    double price = up(Math.max(scaled, venues.mid[i] + touch), terms.tick[v]);
    venues.askPrice[i] = price;
    venues.askSize[i] = placed(v, i, size, price);
  }

  private double placed(int v, int i, double size, double price) {
    double wanted = Math.min(size * venues.sizeScale[i], terms.maxOrder[v]);
    double lots = Steps.down(wanted, terms.lot[v]);
    return lots > 0 && lots * price >= terms.minNotional[v] ? lots : 0;
  }

  private static double down(double price, double tick) {
    return Steps.down(price, tick);
  }

  private static double up(double price, double tick) {
    return -Steps.down(-price, tick);
  }
}
