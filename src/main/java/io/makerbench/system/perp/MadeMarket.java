package io.makerbench.system.perp;

import io.makerbench.system.FastExponential;
import io.makerbench.system.perp.engine.Columns;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books of all venues, made anew every tick: mid = fair value + noise of ±0.5 USD + 0.4 USD a
 * venue, or at recorded distances from fair value without noise; spread (0.4 + 0.02 USD a venue) ×
 * factor + offset, at least 0.01.
 */
final class MadeMarket {
  private static final double STEADY_RISE_PER_MILLI = 0.0001;
  private static final double NOISE_USD = 1;
  private static final double MID_PER_VENUE = 0.4;
  private static final double SPREAD = 0.4;
  private static final double SPREAD_PER_VENUE = 0.02;
  private static final double LEAST_SPREAD = 0.01;
  private static final int MILLIS_PER_MINUTE = 60_000;
  private static final long NS_PER_MILLI = 1_000_000;

  private final PerpConfig config;
  private final VenueStates venues;
  private final Chance chance;
  private final Histories histories;
  private final @Nullable BasisCourse basis;
  private final int count;
  private final Events events;
  private final Shocks shocks;

  /** Fair value the mids are made around. */
  final double[] level;

  /** Time of tick 0, ms. */
  final double[] start;

  /** How much wilder than usual the market of an episode is. */
  final double[] wildness;

  final double[] spreadFactor;
  final double[] spreadOffset;
  final double[] depth;

  /** Funding rates without shocks; copies × venues. */
  final double[] funding;

  /** Instant of tick 0 in the funding histories, ns since 1970 UTC. */
  private final long[] historyStart;

  /** Minute of tick 0 among the recorded distances. */
  private final int[] historyMinute;

  MadeMarket(PerpConfig config, Histories histories, Copies copies, Chance chance) {
    this.histories = histories;
    this.config = config;
    this.chance = chance;
    basis = histories.basis();
    venues = copies.venues();
    count = config.venues().size();
    Columns columns = copies.columns();
    level = columns.doubles(copies.count());
    start = columns.doubles(copies.count());
    wildness = columns.doubles(copies.count());
    spreadFactor = columns.doubles(copies.count());
    spreadOffset = columns.doubles(copies.count());
    depth = columns.doubles(copies.count());
    funding = columns.doubles(copies.count() * count);
    historyStart = columns.longs(copies.count());
    historyMinute = columns.integers(copies.count());
    events = new Events(config, copies, chance);
    shocks = new Shocks(List.copyOf(config.shocks()), venues, count);
  }

  /** A copy begins anew. */
  void clear(int copy) {
    events.clear(copy);
  }

  /**
   * An episode begins somewhere in the histories.
   *
   * @param fundingShare share of the time that the funding histories cover, 0 … 1
   * @param basisShare share of the recorded minutes, 0 … 1
   */
  void placeInHistory(int copy, double fundingShare, double basisShare) {
    long span = histories.end() - histories.start();
    historyStart[copy] = histories.start() + (long) (fundingShare * span);
    historyMinute[copy] = basis == null ? 0 : (int) (basisShare * basis.minutes());
  }

  /** Makes the books of a copy at a tick. */
  void advance(int copy, int tick) {
    move(copy, tick);
    double now = level[copy];
    if (config.price().model() == PriceModel.STEADY) {
      now += STEADY_RISE_PER_MILLI * (start[copy] + (double) tick * config.stepMillis());
    }
    int first = copy * count;
    for (int v = 0; v < count; v++) {
      if (!events.hold(copy, v, tick)) {
        make(copy, v, first + v, tick, now);
      }
    }
    shocks.strike(first, tick);
  }

  private void make(int copy, int v, int i, int tick, double now) {
    venues.mid[i] = basis == null ? mid(copy, v, tick, now) : mid(basis, copy, v, tick, now);
    double spread = (SPREAD + SPREAD_PER_VENUE * v) * spreadFactor[copy] + spreadOffset[copy];
    venues.spread[i] = Math.max(spread, LEAST_SPREAD);
    venues.depth[i] = depth[copy] * events.depthFactor(copy, v, tick);
    venues.staleness[i] = 0;
    venues.funding[i] = histories.funding().isEmpty() ? funding[i] : funding(copy, v, tick);
    venues.toxicityFloor[i] = 0;
  }

  private double mid(int copy, int v, int tick, double now) {
    double noise = Chance.unit(chance.word(copy, tick, v, Chance.MID)) - 0.5;
    return now + NOISE_USD * wildness[copy] * noise + MID_PER_VENUE * v;
  }

  private double mid(BasisCourse recorded, int copy, int v, int tick, double now) {
    int minute = (int) ((long) tick * config.stepMillis() / MILLIS_PER_MINUTE);
    return now * (1 + recorded.at(historyMinute[copy] + minute, v));
  }

  private double funding(int copy, int v, int tick) {
    long passed = (long) tick * config.stepMillis() * NS_PER_MILLI;
    return histories.funding().get(v).at(historyStart[copy] + passed);
  }

  private void move(int copy, int tick) {
    PriceConfig price = config.price();
    if (price.model() == PriceModel.STEADY || tick == 0) {
      return;
    }
    double sigma = price.sigma() * wildness[copy];
    double seconds = config.stepSeconds();
    double move =
        -0.5 * sigma * sigma * seconds
            + sigma * Math.sqrt(seconds) * chance.normal(copy, tick, Chance.MOVE);
    if (price.model() == PriceModel.JUMP && chance.jump(copy, tick) < price.jumpProbability()) {
      move += price.jumpSigma() * chance.normal(copy, tick, Chance.JUMP);
    }
    level[copy] *= FastExponential.of(move);
  }
}
