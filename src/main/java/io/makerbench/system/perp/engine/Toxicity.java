package io.makerbench.system.perp.engine;

/**
 * How much the flow of each venue costs the desk: the mean adverse move of the mid in the five
 * seconds after own fills, or what the venue's volatility says, whichever is more. The fills of one
 * side in one step count as one, at their mean price.
 */
public final class Toxicity {
  /** From here on quotes are small. */
  public static final double WARNING = 0.6;

  /** From here on nothing is sent. */
  public static final double DISABLED = 0.9;

  private static final double LARGEST_ADVERSE_MOVE_USD = 2;
  private static final double NEWEST_WEIGHT = 0.1;
  private static final double EXCESS_OF_WORST = 0.5;

  private final Terms terms;
  private final VenueStates venues;
  private final DeskStates desks;

  /** Fills not judged yet, (copy × venues + venue) × ticks + tick modulo ticks. */
  private final double[] boughtSize;

  private final double[] boughtWorth;
  private final double[] soldSize;
  private final double[] soldWorth;

  public Toxicity(Copies copies) {
    terms = copies.terms();
    venues = copies.venues();
    desks = copies.desks();
    int length = venues.mid.length * terms.markoutTicks;
    boughtSize = copies.columns().doubles(length);
    boughtWorth = copies.columns().doubles(length);
    soldSize = copies.columns().doubles(length);
    soldWorth = copies.columns().doubles(length);
  }

  /** Forgets the fills of a copy. */
  public void clear(int copy) {
    int from = copy * terms.venues * terms.markoutTicks;
    for (int at = from; at < from + terms.venues * terms.markoutTicks; at++) {
      boughtSize[at] = 0;
      boughtWorth[at] = 0;
      soldSize[at] = 0;
      soldWorth[at] = 0;
    }
  }

  /**
   * Notes a fill.
   *
   * @param i copy × venues + venue
   * @param size positive where bought
   */
  public void filled(int i, int tick, double size, double price) {
    int at = i * terms.markoutTicks + tick % terms.markoutTicks;
    if (size > 0) {
      boughtSize[at] += size;
      boughtWorth[at] += size * price;
    } else {
      soldSize[at] -= size;
      soldWorth[at] -= size * price;
    }
  }

  /** Judges the fills of five seconds ago, and sets toxicity and status of a copy's venues. */
  public void update(int copy, int tick) {
    int first = copy * terms.venues;
    double sigma = desks.sigma[copy];
    for (int i = first; i < first + terms.venues; i++) {
      judge(i, i * terms.markoutTicks + tick % terms.markoutTicks);
      double toxicity = venues.mid[i] > 0 ? toxicity(i, sigma) : 1;
      venues.toxicity[i] = toxicity;
      venues.status[i] =
          toxicity >= DISABLED
              ? VenueStates.DISABLED
              : toxicity >= WARNING ? VenueStates.WARNING : VenueStates.HEALTHY;
    }
  }

  private double toxicity(int i, double sigma) {
    double excess = Math.sqrt(venues.varianceShort[i]) / sigma - 1;
    double byVolatility = Math.clamp(excess / EXCESS_OF_WORST, 0, 1);
    return Math.max(Math.max(venues.markout[i], byVolatility), venues.toxicityFloor[i]);
  }

  private void judge(int i, int at) {
    double mid = venues.mid[i];
    if (boughtSize[at] > 0) {
      judge(i, boughtWorth[at] / boughtSize[at] - mid);
      boughtSize[at] = 0;
      boughtWorth[at] = 0;
    }
    if (soldSize[at] > 0) {
      judge(i, mid - soldWorth[at] / soldSize[at]);
      soldSize[at] = 0;
      soldWorth[at] = 0;
    }
  }

  /** A fill at a venue whose book is gone cannot be judged. */
  private void judge(int i, double adverseMove) {
    if (venues.mid[i] > 0) {
      double worst = Math.clamp(adverseMove / LARGEST_ADVERSE_MOVE_USD, 0, 1);
      venues.markout[i] += NEWEST_WEIGHT * (worst - venues.markout[i]);
    }
  }
}
