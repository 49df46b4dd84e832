package io.makerbench.workbench.compare;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metrics;
import io.makerbench.experiment.RunFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The evaluations of some runs put together. Runs without an evaluation are left out. Not for the
 * JavaFX thread where it reads.
 *
 * @param contestants every policy of every run, in the order of the runs
 * @param rows metrics of each contestant in each window, under the contestant's name
 */
record ComparedRuns(List<Contestant> contestants, List<Metrics> rows) {
  /**
   * Reads the evaluations. A run's agent, which is the first of its policies, has the run's colour;
   * the others have those that are left.
   *
   * @param colours numbers of the runs' colours in the palette
   */
  static ComparedRuns read(List<RunFolder> runs, Map<RunFolder, Integer> colours) {
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    List<Metrics> rows = new ArrayList<>();
    Iterator<Integer> left =
        IntStream.iterate(0, colour -> colour + 1)
            .filter(colour -> !colours.containsValue(colour))
            .iterator();
    for (RunFolder run : runs) {
      Integer own = colours.get(run);
      for (Metrics row : new EvaluationStore(run.evaluation()).metrics()) {
        String name = runs.size() == 1 ? row.policy() : run.name() + "/" + row.policy();
        if (!contestants.containsKey(name)) {
          int colour = own == null ? left.next() : own;
          own = null;
          contestants.put(name, new Contestant(name, row.policy(), run, colour));
        }
        rows.add(new Metrics(name, row.window(), row.fillRule(), row.values()));
      }
    }
    return new ComparedRuns(List.copyOf(contestants.values()), List.copyOf(rows));
  }

  /** Names of all windows, in the order in which they were evaluated. */
  List<String> windows() {
    return rows.stream().map(Metrics::window).distinct().toList();
  }

  List<String> names() {
    return contestants.stream().map(Contestant::name).toList();
  }

  /** Fill rules the figures rest on; more than one cannot be compared. */
  List<String> fillRules() {
    return rows.stream().map(Metrics::fillRule).distinct().toList();
  }

  /** The metrics within some windows. */
  List<Metrics> within(Collection<String> windows) {
    return rows.stream().filter(row -> windows.contains(row.window())).toList();
  }

  /**
   * One policy against another on some windows.
   *
   * @throws io.makerbench.config.InputException when a window is not evaluated by both, or the fill
   *     rules differ
   */
  Comparison compare(String agent, String baseline, Collection<String> windows) {
    List<Metrics> both =
        within(windows).stream()
            .filter(row -> row.policy().equals(agent) || row.policy().equals(baseline))
            .toList();
    return Comparison.of(agent, both, 0);
  }

  /** Reads the passages of a contestant through those of the windows that it has. */
  List<Episode> episodes(Contestant contestant, Collection<String> windows) {
    EvaluationStore store = new EvaluationStore(contestant.run().evaluation());
    return rows.stream()
        .filter(row -> row.policy().equals(contestant.name()) && windows.contains(row.window()))
        .map(row -> store.episode(contestant.policy(), row.window()))
        .filter(episode -> episode.ticks() > 0)
        .toList();
  }

  /** Its passages by market, where a contestant acted in several at once; empty else. */
  List<Episode> episodesByMarket(Contestant contestant, Collection<String> windows) {
    EvaluationStore store = new EvaluationStore(contestant.run().evaluation());
    return store.markets().stream()
        .filter(m -> windows.contains(m.whole()))
        .map(MarketMetrics::metrics)
        .filter(row -> row.policy().equals(contestant.policy()))
        .map(row -> store.episode(row.policy(), row.window()))
        .filter(episode -> episode.ticks() > 0)
        .toList();
  }
}
