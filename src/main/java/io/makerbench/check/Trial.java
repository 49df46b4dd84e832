package io.makerbench.check;

import io.makerbench.env.Episode;
import io.makerbench.env.VectorEnv;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.experiment.Settings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One training by a configuration, whose policy can be judged on the way. */
final class Trial implements AutoCloseable {
  private final Market market;
  private final VectorEnv env;
  private final Trainer trainer;

  Trial(ExperimentConfig config, Settings settings) {
    market = open(config, settings);
    env = market.training(config.execution().copies(), config.seed());
    trainer =
        config
            .algorithm(market)
            .start(env, config.seed(), config.execution().compute(), TrainerListener.SILENT);
  }

  /** The market of a configuration. */
  static Market open(ExperimentConfig config, Settings settings) {
    return ConfigFiles.system(config.system())
        .open(config.market(), settings.place(), config.seed(), null);
  }

  /** Trains until so many ticks are done, or the training is over: then false. */
  boolean trainTo(long ticks) {
    boolean goesOn = true;
    while (goesOn && done() < ticks) {
      goesOn = trainer.advance();
    }
    return goesOn;
  }

  /** Ticks learned from so far. */
  long done() {
    return trainer.progress().doneTicks();
  }

  /** Ticks to learn from. */
  long planned() {
    return trainer.progress().totalTicks();
  }

  /** Mean sum of rewards in a window, of the policy as it stands. */
  double meanReward() {
    return mean(episodes(market, trainer.policy()), Trial::reward);
  }

  /** The same as a share of what can be expected at best. */
  double shareOfOptimum() {
    double optimum =
        market.evaluationWindows().stream()
            .mapToDouble(market::optimalValue)
            .average()
            .orElseThrow();
    return meanReward() / optimum;
  }

  /** Mean realised profit in a window, of the policy as it stands less that of a baseline. */
  double meanProfitOver(String baseline) {
    return mean(episodes(market, trainer.policy()), Episode::realisedPnl)
        - mean(episodes(market, market.baseline(baseline)), Episode::realisedPnl);
  }

  /** Keeps the policy as it stands, and what it sees, in a folder. */
  void save(Path folder) throws IOException {
    trainer.save(folder, market.observationFingerprint(), market.observationFacts());
  }

  /** Passages of a policy through all windows it is judged on. */
  static List<Episode> episodes(Market market, Policy policy) {
    return market.evaluationWindows().stream().map(window -> market.run(policy, window)).toList();
  }

  private static double reward(Episode episode) {
    return Arrays.stream(episode.reward()).sum();
  }

  private static double mean(List<Episode> episodes, ToDoubleFunction<Episode> figure) {
    return episodes.stream().mapToDouble(figure).average().orElseThrow();
  }

  @Override
  public void close() {
    trainer.close();
    env.close();
    market.close();
  }
}
