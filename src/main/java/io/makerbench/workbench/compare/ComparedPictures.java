package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metrics;
import io.makerbench.experiment.EvaluatedRuns;
import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.plot.Curve;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that the plots of a comparison show; made away from the JavaFX thread.
 *
 * @param accounts curves of every contestant, by value; of several seeds their mean and its
 *     interval
 * @param markouts markout curves of every contestant, of all seeds together
 * @param metrics metrics of the passages, for the bars
 * @param contestants whose they are
 * @param windows the windows shown
 */
record ComparedPictures(
    Map<AccountCurves.Value, List<Curve>> accounts,
    List<Curve> markouts,
    List<Metrics> metrics,
    List<Contestant> contestants,
    List<String> windows) {

  static ComparedPictures read(EvaluatedRuns runs, List<Contestant> contestants) {
    Map<AccountCurves.Value, List<Curve>> accounts = new EnumMap<>(AccountCurves.Value.class);
    List<Curve> markouts = new ArrayList<>();
    for (Contestant contestant : contestants) {
      List<AccountCurves> bySeed = new ArrayList<>();
      List<Episode> filled = new ArrayList<>();
      for (long seed : runs.seeds()) {
        List<EvaluatedRuns.Passage> passages =
            runs.of(contestant.name()).stream().filter(p -> p.seed() == seed).toList();
        List<Episode> episodes = episodes(contestant, passages);
        if (!episodes.isEmpty()) {
          bySeed.add(new AccountCurves(episodes));
          List<Episode> byMarket = byMarket(contestant, passages);
          filled.addAll(byMarket.isEmpty() ? episodes : byMarket);
        }
      }
      if (!bySeed.isEmpty()) {
        for (AccountCurves.Value value : AccountCurves.Value.values()) {
          accounts
              .computeIfAbsent(value, key -> new ArrayList<>())
              .add(AccountCurves.mean(contestant, bySeed, value));
        }
        markouts.add(MarkoutCurve.of(contestant, filled));
      }
    }
    return new ComparedPictures(accounts, markouts, runs.metrics(), contestants, runs.windows());
  }

  private static List<Episode> episodes(
      Contestant contestant, List<EvaluatedRuns.Passage> passages) {
    return passages.stream()
        .map(p ->
            new EvaluationStore(p.run().evaluation())
                .episode(contestant.policy().policy(), p.metrics().window()))
        .filter(episode -> episode.ticks() > 0)
        .toList();
  }

  /** Passages by market, where a contestant acted in several at once; empty else. */
  private static List<Episode> byMarket(
      Contestant contestant, List<EvaluatedRuns.Passage> passages) {
    List<String> windows = passages.stream().map(p -> p.metrics().window()).toList();
    List<Episode> episodes = new ArrayList<>();
    for (RunFolder run : passages.stream().map(EvaluatedRuns.Passage::run).distinct().toList()) {
      EvaluationStore store = new EvaluationStore(run.evaluation());
      store.markets().stream()
          .filter(m -> windows.contains(m.whole()))
          .map(MarketMetrics::metrics)
          .filter(row -> row.policy().equals(contestant.policy().policy()))
          .map(row -> store.episode(row.policy(), row.window()))
          .filter(episode -> episode.ticks() > 0)
          .forEach(episodes::add);
    }
    return episodes;
  }
}
