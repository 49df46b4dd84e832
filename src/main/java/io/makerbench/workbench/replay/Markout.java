package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;

/**
 * What a fill was worth against the mid some time later, in quote currency per unit of base
 * currency: s(M' − P) with s = +1 for a purchase and −1 for a sale, price P and the mid M' in force
 * after the horizon; positive is good. Time runs on the clock of the ticks from the tick that
 * accounted the fill, as in an evaluation's curve of markouts. Nothing after the cursor enters.
 */
final class Markout {
  private final Episode episode;
  private final long cursorNs;

  /**
   * @param cursorNs instant after which nothing is known
   */
  Markout(Episode episode, long cursorNs) {
    this.episode = episode;
    this.cursorNs = cursorNs;
  }

  /** The markout after a horizon; NaN while the cursor has not come that far. */
  double after(Fill fill, Horizon horizon) {
    return dueIn(fill, horizon) > 0 ? Double.NaN : at(fill, start(fill) + horizon.ns());
  }

  /** The markout after a horizon, or at the cursor where that comes first. */
  double soFar(Fill fill, Horizon horizon) {
    return at(fill, Math.min(cursorNs, start(fill) + horizon.ns()));
  }

  /** Time until the horizon is reached, ns; 0 or less once it is. */
  long dueIn(Fill fill, Horizon horizon) {
    return start(fill) + horizon.ns() - Math.min(cursorNs, lastTick());
  }

  /** Whether the episode ends before the horizon, so that it will never be known. */
  boolean beyondEnd(Fill fill, Horizon horizon) {
    return start(fill) + horizon.ns() > lastTick();
  }

  private long lastTick() {
    return episode.timeNs()[episode.ticks() - 1];
  }

  private long start(Fill fill) {
    return episode.timeNs()[fill.tick()];
  }

  private double at(Fill fill, long instantNs) {
    int tick = Math.max(fill.tick(), Series.lastAtOrBefore(episode.timeNs(), instantNs));
    return fill.side().sign() * (episode.mid()[tick] - fill.price());
  }
}
