package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metrics;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.Footages;
import io.makerbench.experiment.RunFolder;
import io.makerbench.system.Footage;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.PerpConfig;
import io.makerbench.tape.Tape;
import io.makerbench.workbench.perp.DeskStory;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The episodes of a run's evaluation with the recordings under them. Not for the JavaFX thread. */
final class EpisodeLibrary {
  private static final String TOO_OLD =
      "This run was evaluated before the program kept what happens at each venue. Evaluate it"
          + " again to see its venues.";

  private final RunFolder run;
  private final EvaluationStore store;
  private @Nullable ReplayData latest;

  EpisodeLibrary(RunFolder run) {
    this.run = run;
    store = new EvaluationStore(run.evaluation());
  }

  /** What can be chosen; both lists are empty where a run has no evaluation. */
  record Contents(List<String> policies, List<String> windows) {}

  RunFolder run() {
    return run;
  }

  Contents contents() {
    List<Metrics> rows = store.metrics();
    return new Contents(
        rows.stream().map(Metrics::policy).distinct().toList(),
        Stream.concat(rows.stream(), store.markets().stream().map(MarketMetrics::metrics))
            .map(Metrics::window)
            .distinct()
            .toList());
  }

  /**
   * Reads an episode and the recording under it, where the market was recorded; the recording of
   * the window read last is kept.
   *
   * @throws InputException when the recording is missing or the episode has no tick
   */
  synchronized ReplayData load(String policy, String window) {
    Episode episode = store.episode(policy, window);
    if (episode.ticks() == 0) {
      throw new InputException("The episode of " + policy + " in " + window + " has no tick.");
    }
    ReplayData kept = latest;
    ReplayData data =
        kept != null && kept.episode().window().equals(window)
            ? kept.with(episode)
            : read(window, episode);
    latest = data;
    return data.with(board(episode));
  }

  /** What happened at each venue, where there are several. */
  private Board board(Episode episode) {
    var config = ConfigFiles.read(run.readConfig(), run.config().toString());
    return config.market() instanceof PerpConfig market
        ? DeskHistory.of(market, episode)
            .<Board>map(history -> new Board.Known(DeskStory.of(history)))
            .orElseGet(() -> new Board.Unknown(TOO_OLD))
        : new Board.None();
  }

  private ReplayData read(String window, Episode episode) {
    Footage footage = Footages.of(run, window).orElse(null);
    if (footage == null) {
      return ReplayData.withoutRecording(episode);
    }
    if (!Files.exists(footage.tape())) {
      throw new InputException(
          "The recording %s under the window %s is no longer there; import it again."
              .formatted(footage.tape(), window));
    }
    Clock clock = footage.byExchangeTime() ? Clock.EXCHANGE : Clock.LOCAL;
    try (Tape tape = Tape.open(footage.tape())) {
      return ReplayData.read(tape, clock, episode);
    }
  }
}
