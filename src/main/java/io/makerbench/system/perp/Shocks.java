package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.VenueStates;
import java.util.List;

/** Applies what happens at known steps to the books of a copy. */
final class Shocks {
  private static final double BPS = 1e-4;

  private final ShockConfig[] shocks;
  private final VenueStates venues;
  private final int count;

  Shocks(List<ShockConfig> shocks, VenueStates venues, int count) {
    this.shocks = shocks.toArray(ShockConfig[]::new);
    this.venues = venues;
    this.count = count;
  }

  /**
   * Lets a tick's shocks happen to a copy.
   *
   * @param first place of its first venue
   */
  void strike(int first, int tick) {
    for (ShockConfig shock : shocks) {
      if (shock.from() <= tick && tick < shock.until()) {
        int from = shock.venue() < 0 ? 0 : shock.venue();
        int to = shock.venue() < 0 ? count : shock.venue() + 1;
        for (int v = from; v < to; v++) {
          strike(shock, first + v, tick);
        }
      }
    }
  }

  /** A book that is away or stands still is not what it was made: it is left as it is. */
  private void strike(ShockConfig shock, int i, int tick) {
    if (!(venues.mid[i] > 0) || venues.staleness[i] > 0) {
      return;
    }
    double size = shock.size();
    switch (shock.kind()) {
      case SPREAD_BPS -> venues.spread[i] += size * BPS * venues.mid[i];
      case SPREAD_FACTOR -> venues.spread[i] *= size;
      case DEPTH_FACTOR -> venues.depth[i] *= size;
      case OUTAGE -> takeAway(i);
      case FUNDING_FACTOR -> venues.funding[i] *= size;
      case FUNDING_DRIFT_BPS -> venues.funding[i] += size * BPS * (tick - shock.from() + 1);
      case BASIS_BPS -> venues.mid[i] *= 1 + size * BPS;
      case TOXICITY_FLOOR -> venues.toxicityFloor[i] = size;
    }
  }

  private void takeAway(int i) {
    venues.mid[i] = 0;
    venues.spread[i] = 0;
    venues.depth[i] = 0;
  }
}
