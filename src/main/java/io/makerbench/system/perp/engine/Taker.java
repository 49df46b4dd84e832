package io.makerbench.system.perp.engine;

/** Orders that take what rests in a book, at once or not at all. */
public final class Taker {
  private static final double SHARE_OF_DEPTH = 0.1;

  /** Price of what is taken. */
  public enum Price {
    /** The touch, whatever the size. */
    TOUCH,
    /** The touch and the slippage that the size is reckoned to cost. */
    WITH_SLIPPAGE
  }

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;
  private final Accounts accounts;
  private final Price rule;

  public Taker(Copies copies, Accounts accounts, Price rule) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
    this.accounts = accounts;
    this.rule = rule;
  }

  /** True where there is a fresh book of a venue that is not disabled. */
  boolean mayTake(int v, int i) {
    return venues.status[i] != VenueStates.DISABLED
        && venues.mid[i] > 0
        && venues.staleness[i] <= terms.staleMillis[v];
  }

  /** The touch on its tick. */
  double price(int v, int i, int side) {
    return Steps.nearest(venues.mid[i] + side * venues.spread[i] / 2, terms.tick[v]);
  }

  /** The tenth of a book that is taken at most, base currency. */
  double shareOfDepth(int copy, int i) {
    return SHARE_OF_DEPTH * venues.depth[i] / desks.fairValue[copy];
  }

  /** The venue of the highest score; −1 where none has one. */
  int highest(int first) {
    int best = -1;
    double score = Double.NEGATIVE_INFINITY;
    for (int i = first; i < first + terms.venues; i++) {
      if (venues.scratch[i] > score) {
        score = venues.scratch[i];
        best = i;
      }
    }
    return best;
  }

  /** Trades up to a size and returns what was traded, 0 where that is too small for the venue. */
  double take(int copy, int v, int tick, int side, double size, Cause cause) {
    int i = copy * terms.venues + v;
    double lots = Steps.down(size, terms.lot[v]);
    double price = price(v, i, side) + side * slippage(copy, lots);
    if (lots <= 0 || lots * price < terms.minNotional[v]) {
      return 0;
    }
    accounts.fill(copy, i, tick, side * lots, price, cause);
    return lots;
  }

  private double slippage(int copy, double lots) {
    return rule == Price.TOUCH
        ? 0
        : lots * (drawn.slippageLinear[copy] + drawn.slippageQuadratic[copy] * lots);
  }
}
