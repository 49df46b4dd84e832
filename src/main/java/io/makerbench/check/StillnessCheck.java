package io.makerbench.check;

import io.makerbench.env.Episode;
import io.makerbench.experiment.Settings;
import io.makerbench.system.Market;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Doing nothing in a learner's market must be nothing: not an order, and so a profit of exactly 0
 * in every window. It is what the learner's profit is measured from.
 *
 * @param name what is done
 * @param by whose market it is
 * @param seeds seeds of recordings
 */
record StillnessCheck(String name, Learner by, List<Long> seeds) implements Check {
  /** What was done in some windows. */
  private record Deeds(long windows, long quotes, long fills, double largestProfit) {
    static Deeds of(List<Episode> episodes) {
      return new Deeds(
          episodes.size(),
          episodes.stream().mapToLong(Deeds::quotes).sum(),
          episodes.stream().mapToLong(episode -> episode.fills().size()).sum(),
          episodes.stream().mapToDouble(e -> Math.abs(e.realisedPnl())).max().orElse(0));
    }

    /** Ticks on which an order stood. */
    private static long quotes(Episode episode) {
      long quotes = 0;
      for (int i = 0; i < episode.ownBid().length; i++) {
        quotes += Double.isNaN(episode.ownBid()[i]) && Double.isNaN(episode.ownAsk()[i]) ? 0 : 1;
      }
      return quotes;
    }

    Deeds and(Deeds more) {
      return new Deeds(
          windows + more.windows,
          quotes + more.quotes,
          fills + more.fills,
          Math.max(largestProfit, more.largestProfit));
    }
  }

  @Override
  public String learner() {
    return by.name();
  }

  @Override
  public String expectation() {
    return "no order and a profit of exactly 0 in every window";
  }

  @Override
  public Finding carryOut(Settings settings, Path configs) {
    Deeds all = new Deeds(0, 0, 0, 0);
    for (long seed : seeds) {
      try (Market market = Trial.open(by.config(configs, seed), settings)) {
        all = all.and(Deeds.of(Trial.episodes(market, market.baseline(ControlCheck.NOTHING))));
      }
    }
    String words =
        String.format(
            Locale.ROOT,
            "orders on %d ticks, %d fills, largest profit or loss %s in %d windows, %d seeds",
            all.quotes,
            all.fills,
            all.largestProfit,
            all.windows,
            seeds.size());
    return new Finding(words, all.quotes == 0 && all.fills == 0 && all.largestProfit == 0);
  }
}
