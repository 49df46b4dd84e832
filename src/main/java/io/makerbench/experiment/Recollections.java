package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.learn.acting.ReadablePolicy;
import io.makerbench.system.Market;
import io.makerbench.system.Part;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what a run's trained policy saw and thought in an episode of its evaluation: the
 * checkpoint passes through the window once more. It does the same again, since nothing but the
 * configuration decides what happens.
 */
public final class Recollections {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private final TradingSystem system;
  private final TradingSystem.Place place;

  /**
   * @param folder an evaluated run
   * @param place where recordings are found and tapes are kept
   */
  public Recollections(RunFolder folder, TradingSystem.Place place) {
    this.folder = folder;
    this.place = place;
    config = ConfigFiles.read(folder.readConfig(), folder.config().toString());
    system = ConfigFiles.system(config.system());
  }

  /**
   * What the policy of an episode thought; empty for one that follows a rule and thinks in no
   * numbers. It takes as long as the evaluation of the window did, and the data are needed.
   *
   * @throws InputException when the data or the checkpoint are gone, or it acts otherwise now
   */
  public Optional<Recollection> of(Episode episode) {
    if (system.baselines().contains(episode.policy())) {
      return Optional.empty();
    }
    try (AgentSource agents = new AgentSource(folder, config);
        Market market = system.open(config.market(), place, config.seed(), agents.facts())) {
      return agents.policy(market) instanceof ReadablePolicy policy
          ? Optional.of(recall(market, policy, episode))
          : Optional.empty();
    }
  }

  private static Recollection recall(Market market, ReadablePolicy policy, Episode episode) {
    ThoughtRecorder recorder = new ThoughtRecorder(policy, market.observationWidth());
    Episode again = market.run(recorder, window(market, episode.window()));
    if (!Arrays.equals(again.action(), episode.action())
        || !Arrays.equals(again.equity(), episode.equity())) {
      throw new InputException(
          "The policy %s acts otherwise now than when %s was evaluated: its data, its checkpoint or the program changed. Evaluate the run again to see its values."
              .formatted(episode.policy(), episode.window()));
    }
    return recorder.recollection(market, episode);
  }

  private static Window window(Market market, String name) {
    return market.evaluationWindows().stream()
        .flatMap(window ->
            Stream.concat(Stream.of(window), market.parts(window).stream().map(Part::window)))
        .filter(window -> window.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputException("The configuration gives no window %s any more.".formatted(name)));
  }
}
