package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.experiment.Recollections;
import io.makerbench.experiment.RunFolder;
import io.makerbench.system.TradingSystem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds out what the policies of one run thought, and remembers the last few episodes. Not for the
 * JavaFX thread: the policy passes through the window once more.
 */
final class MindReader {
  private static final int MOST_KEPT = 4;

  private final RunFolder run;
  private final TradingSystem.Place place;
  private final Map<String, Mind> kept = new LinkedHashMap<>();

  MindReader(RunFolder run, TradingSystem.Place place) {
    this.run = run;
    this.place = place;
  }

  /** What was thought in an episode; what goes wrong is said in its place. */
  synchronized Mind read(Episode episode) {
    String key = episode.policy() + '\n' + episode.window();
    Mind mind = kept.containsKey(key) ? kept.get(key) : recall(episode);
    if (mind instanceof Mind.Known) {
      kept.put(key, mind);
    }
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return mind;
  }

  private Mind recall(Episode episode) {
    try {
      return new Recollections(run, place)
          .of(episode)
          .<Mind>map(Mind.Known::new)
          .orElseGet(() ->
              new Mind.Unknown(
                  episode.policy()
                      + " follows a rule: it weighs no choices, so there are no values or"
                      + " probabilities to show."));
    } catch (InputException e) {
      return new Mind.Unknown(String.valueOf(e.getMessage()));
    }
  }
}
