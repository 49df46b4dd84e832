package io.makerbench.system.perp.engine;

import java.util.Arrays;

/**
 * Where the profit of one copy came from since its episode began, by venue and source, USD. A fill
 * of size q (positive where bought) at price p while fair value is S gains q·(S − p) for its cause;
 * a position gains its size × the move of S between fills. All sources of all venues add up to the
 * copy's profit, exactly but for rounding in the last digits.
 */
public final class ProfitSplit implements AccountListener {
  private static final int SOURCES = ProfitSource.values().length;

  private final VenueStates venues;
  private final DeskStates desks;
  private final int copy;
  private final int first;
  private final int count;
  private final double[] held;

  /** Venue × sources + source. */
  private final double[] gained;

  private double fair;

  /**
   * @param copy the one that is looked at
   */
  public ProfitSplit(Copies copies, int copy) {
    venues = copies.venues();
    desks = copies.desks();
    this.copy = copy;
    count = copies.terms().venues;
    first = copy * count;
    held = new double[count];
    gained = new double[count * SOURCES];
  }

  /** The copy begins an episode, with the position it was given. */
  public void begin() {
    Arrays.fill(gained, 0);
    System.arraycopy(venues.position, first, held, 0, count);
    fair = desks.fairValue[copy];
  }

  /** Takes in the present fair value. */
  public void mark() {
    double move = desks.fairValue[copy] - fair;
    for (int v = 0; v < count; v++) {
      add(v, ProfitSource.POSITION, held[v] * move);
    }
    fair = desks.fairValue[copy];
  }

  @Override
  public void filled(int i, double size, double price, double fee, Cause cause) {
    if (isWatched(i)) {
      mark();
      int v = i - first;
      add(v, source(cause), size * (fair - price));
      add(v, ProfitSource.FEES, -fee);
      held[v] = venues.position[i];
    }
  }

  @Override
  public void funded(int i, double paid) {
    if (isWatched(i)) {
      add(i - first, ProfitSource.FUNDING, -paid);
    }
  }

  private boolean isWatched(int i) {
    return i >= first && i < first + count;
  }

  private static ProfitSource source(Cause cause) {
    return switch (cause) {
      case QUOTE -> ProfitSource.SPREAD;
      case EXIT -> ProfitSource.EXIT;
      case HEDGE -> ProfitSource.HEDGE;
    };
  }

  private void add(int venue, ProfitSource source, double gain) {
    gained[venue * SOURCES + source.ordinal()] += gain;
  }

  /** What a venue gained from a source up to the last fill or {@link #mark}. */
  public double gained(int venue, ProfitSource source) {
    return gained[venue * SOURCES + source.ordinal()];
  }

  /** What all venues gained from all sources. */
  public double total() {
    return Arrays.stream(gained).sum();
  }
}
