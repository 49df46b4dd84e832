package io.makerbench.system.perp.engine;

/**
 * Fair value, the median of the venues' mids; volatility, exponentially weighted means of squared
 * log returns; and what follows from it for spreads, sizes and bands.
 */
public final class FairValue {
  private static final double LEAST_VOLATILITY = 0.001;
  private static final double LEAST_RATIO = 0.25;
  private static final double LARGEST_RATIO = 4;

  /** How much a quote is widened, and how much its size shrinks, per excess of volatility. */
  private static final double WIDENING = 1;

  private static final double SHRINKING = 2;

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;

  public FairValue(Copies copies) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
  }

  /** Takes in the mids of a copy's venues. */
  public void update(int copy) {
    int first = copy * terms.venues;
    double quick = drawn.alphaShort[copy];
    double slow = drawn.alphaLong[copy];
    double before = desks.fairValue[copy];
    double now = before;
    int known = 0;
    for (int v = 0; v < terms.venues; v++) {
      int i = first + v;
      double mid = venues.mid[i];
      if (mid > 0) {
        updateVenue(i, mid, quick, slow);
        if (venues.staleness[i] <= terms.staleMillis[v]) {
          insert(first, known++, mid);
        }
      }
    }
    if (known > 0) {
      now = median(first, known);
    }
    double move = LogReturn.of(now, before);
    double square = move * move;
    desks.fairValue[copy] = now;
    desks.varianceShort[copy] += quick * (square - desks.varianceShort[copy]);
    desks.varianceLong[copy] += slow * (square - desks.varianceLong[copy]);
    updateFactors(copy);
  }

  private void updateVenue(int i, double mid, double quick, double slow) {
    double move = LogReturn.of(mid, venues.lastMid[i]);
    double square = move * move;
    venues.lastMid[i] = mid;
    venues.varianceShort[i] += quick * (square - venues.varianceShort[i]);
    venues.varianceLong[i] += slow * (square - venues.varianceLong[i]);
  }

  /** Puts a mid in its place among those sorted so far. */
  private void insert(int first, int known, double mid) {
    int at = first + known;
    while (at > first && venues.scratch[at - 1] > mid) {
      venues.scratch[at] = venues.scratch[at - 1];
      at--;
    }
    venues.scratch[at] = mid;
  }

  private double median(int first, int known) {
    int middle = first + known / 2;
    return (known & 1) == 1
        ? venues.scratch[middle]
        : (venues.scratch[middle - 1] + venues.scratch[middle]) / 2;
  }

  private void updateFactors(int copy) {
    double sigma = Math.max(Math.sqrt(desks.varianceShort[copy]), LEAST_VOLATILITY);
    double ratio = Math.clamp(sigma / drawn.referenceVolatility[copy], LEAST_RATIO, LARGEST_RATIO);
    double excess = Math.max(0, ratio - 1);
    desks.sigma[copy] = sigma;
    desks.volatilityRatio[copy] = ratio;
    desks.spreadFactor[copy] = 1 + WIDENING * excess;
    desks.sizeFactor[copy] = 1 / (1 + SHRINKING * excess);
    desks.bandFactor[copy] = 1 / (1 + excess);
    desks.deltaLimit[copy] = terms.deltaLimit / ratio;
  }
}
