package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Metrics;
import io.makerbench.workbench.plot.Curve;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that the plots of a comparison show; made away from the JavaFX thread.
 *
 * @param accounts curves of every contestant, by value
 * @param markouts markout curves of every contestant
 * @param metrics metrics within the windows, for the bars
 * @param contestants whose they are
 * @param windows the windows shown
 */
record ComparedPictures(
    Map<AccountCurves.Value, List<Curve>> accounts,
    List<Curve> markouts,
    List<Metrics> metrics,
    List<Contestant> contestants,
    List<String> windows) {

  static ComparedPictures read(ComparedRuns runs, List<String> windows) {
    Map<AccountCurves.Value, List<Curve>> accounts = new EnumMap<>(AccountCurves.Value.class);
    List<Curve> markouts = new ArrayList<>();
    for (Contestant contestant : runs.contestants()) {
      List<Episode> episodes = runs.episodes(contestant, windows);
      if (episodes.isEmpty()) {
        continue;
      }
      AccountCurves curves = new AccountCurves(contestant, episodes);
      for (AccountCurves.Value value : AccountCurves.Value.values()) {
        accounts.computeIfAbsent(value, key -> new ArrayList<>()).add(curves.curve(value));
      }
      List<Episode> byMarket = runs.episodesByMarket(contestant, windows);
      markouts.add(MarkoutCurve.of(contestant, byMarket.isEmpty() ? episodes : byMarket));
    }
    return new ComparedPictures(
        accounts, markouts, runs.within(windows), runs.contestants(), windows);
  }
}
