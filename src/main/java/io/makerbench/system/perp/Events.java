package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.VenueStates;

/** Books that stand still, vanish or thin out for a while; none in published mode. */
final class Events {
  private final Randomisation.Events drawn;
  private final VenueStates venues;
  private final Chance chance;
  private final int count;
  private final int stepMillis;
  private final boolean happen;

  /** Ticks that a venue's book still stands still or is away. */
  private final int[] stale;

  private final int[] away;

  Events(PerpConfig config, Copies copies, Chance chance) {
    this.chance = chance;
    drawn = config.randomisation().randomisation().events();
    venues = copies.venues();
    count = config.venues().size();
    stepMillis = config.stepMillis();
    boolean any =
        drawn.staleProbability() + drawn.disableProbability() + drawn.thinProbability() > 0;
    happen = any && config.mode() == Mode.CORRECTED;
    stale = copies.columns().integers(copies.count() * count);
    away = copies.columns().integers(copies.count() * count);
  }

  /** A copy begins anew. */
  void clear(int copy) {
    for (int i = copy * count; i < (copy + 1) * count; i++) {
      stale[i] = 0;
      away[i] = 0;
    }
  }

  /** True where no new book of a venue is to be made at a tick, the first excepted. */
  boolean hold(int copy, int v, int tick) {
    if (!happen || tick == 0) {
      return false;
    }
    int i = copy * count + v;
    if (stale[i] == 0 && away[i] == 0) {
      draw(copy, v, i, tick);
    }
    if (away[i] > 0) {
      away[i]--;
      venues.mid[i] = 0;
      venues.spread[i] = 0;
      venues.depth[i] = 0;
      return true;
    }
    if (stale[i] > 0) {
      stale[i]--;
      venues.staleness[i] += stepMillis;
      return true;
    }
    return false;
  }

  private void draw(int copy, int v, int i, int tick) {
    double number = Chance.unit(chance.word(copy, tick, v, Chance.EVENTS));
    if (number < drawn.disableProbability()) {
      away[i] = duration(copy, v, tick, drawn.disableTicks());
    } else if (number < drawn.disableProbability() + drawn.staleProbability()) {
      stale[i] = duration(copy, v, tick, drawn.staleTicks());
    }
  }

  private int duration(int copy, int v, int tick, Range ticks) {
    double share = Chance.upper(chance.word(copy, tick, v, Chance.DURATIONS));
    return (int) Math.rint(ticks.at(share));
  }

  /** What is left of the depth of a venue at a tick. */
  double depthFactor(int copy, int v, int tick) {
    if (!happen) {
      return 1;
    }
    double number = Chance.lower(chance.word(copy, tick, v, Chance.DURATIONS));
    return number < drawn.thinProbability() ? drawn.thinFactor() : 1;
  }
}
