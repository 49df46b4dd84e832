package io.makerbench.system.perp;

import io.makerbench.system.FastExponential;
import io.makerbench.system.perp.engine.Accounts;
import io.makerbench.system.perp.engine.Cause;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.VenueConfig;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.Arrays;

/**
 * Which quotes are met in a tick. As published, all of them, wholly; corrected, each with
 * probability 1 − e^(−λ·dt), λ = arrivals · e^(−kδ) at distance δ from the venue's mid. The option
 * of partial fills multiplies the probability and fills a share.
 */
final class QuoteFills {
  private static final double FULL_DEPTH_USD = 10_000;
  private static final double LATENCY_UNIT_MILLIS = 50;
  private static final double SHARE_SLACK = 1e-6;

  private final FillsConfig fills;
  private final boolean certain;
  private final VenueStates venues;
  private final Accounts accounts;
  private final Chance chance;
  private final int count;
  private final double[] arrivals;
  private final double[] decay;
  private final double[] lot;
  private final double promptness;

  QuoteFills(PerpConfig config, Copies copies, Accounts accounts, Chance chance) {
    this.accounts = accounts;
    this.chance = chance;
    fills = config.fills();
    certain = config.mode() == Mode.PUBLISHED && !fills.partial();
    venues = copies.venues();
    count = config.venues().size();
    arrivals =
        config.venues().stream().mapToDouble(v -> v.arrivals() * config.stepSeconds()).toArray();
    decay = config.venues().stream().mapToDouble(VenueConfig::k).toArray();
    lot = config.venues().stream().mapToDouble(VenueConfig::lotSize).toArray();
    if (config.mode() == Mode.PUBLISHED) {
      Arrays.fill(arrivals, Double.POSITIVE_INFINITY);
    }
    promptness =
        Math.clamp(
            1 - fills.latencySensitivity() * fills.latencyMillis() / LATENCY_UNIT_MILLIS, 0, 1);
  }

  /** Fills the quotes of a copy. */
  void meet(int copy, int tick) {
    int first = copy * count;
    for (int v = 0; v < count; v++) {
      int i = first + v;
      if (venues.bidSize[i] > 0 || venues.askSize[i] > 0) {
        meet(copy, v, i, tick);
      }
    }
  }

  private void meet(int copy, int v, int i, int tick) {
    if (certain) {
      buy(copy, i, tick, venues.bidSize[i]);
      sell(copy, i, tick, venues.askSize[i]);
      return;
    }
    long word = chance.word(copy, tick, v, Chance.FILLS);
    double factor = fills.partial() ? factor(i) : 1;
    double below = venues.mid[i] - venues.bidPrice[i];
    double above = venues.askPrice[i] - venues.mid[i];
    boolean bought = Chance.upper(word) < factor * probability(v, below);
    boolean sold = Chance.lower(word) < factor * probability(v, above);
    if (bought || sold) {
      long shares = fills.partial() ? chance.word(copy, tick, v, Chance.SHARES) : 0;
      buy(copy, i, tick, bought ? share(v, venues.bidSize[i], Chance.upper(shares)) : 0);
      sell(copy, i, tick, sold ? share(v, venues.askSize[i], Chance.lower(shares)) : 0);
    }
  }

  private double factor(int i) {
    double deep = Math.min(venues.depth[i] / FULL_DEPTH_USD, 1);
    return fills.baseProbability() * deep * promptness;
  }

  private double probability(int v, double distance) {
    return 1 - FastExponential.of(-arrivals[v] * FastExponential.of(-decay[v] * distance));
  }

  private double share(int v, double size, double number) {
    if (!fills.partial()) {
      return size;
    }
    double share = fills.leastShare() + number * (fills.largestShare() - fills.leastShare());
    return Math.floor(size * share / lot[v] + SHARE_SLACK) * lot[v];
  }

  private void buy(int copy, int i, int tick, double size) {
    if (size > 0) {
      accounts.fill(copy, i, tick, size, venues.bidPrice[i], Cause.QUOTE);
    }
  }

  private void sell(int copy, int i, int tick, double size) {
    if (size > 0) {
      accounts.fill(copy, i, tick, -size, venues.askPrice[i], Cause.QUOTE);
    }
  }
}
