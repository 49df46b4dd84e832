package io.makerbench.experiment;

import io.makerbench.learn.Dqn;
import io.makerbench.learn.TrainedNetwork;
import io.makerbench.learn.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the policy that a run judges: a baseline, the one it trained, or one trained before. */
final class AgentSource {
  private static final String CARD = "policy.json";

  private final RunFolder folder;
  private final ExperimentConfig config;

  AgentSource(RunFolder folder, ExperimentConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /** The policy that the configuration names by {@code agent.checkpoint}; null when it learns. */
  @Nullable TrainedPolicy pretrained() {
    String checkpoint = config.agent().checkpoint();
    if (!AgentConfig.LEARNERS.contains(config.agent().type()) || config.agent().learns()) {
      return null;
    }
    Path path = Path.of(String.valueOf(checkpoint));
    Path ofRun = path.resolve("checkpoints").resolve("final");
    Path place = Files.isDirectory(ofRun) ? ofRun : path;
    return Files.exists(place.resolve(CARD))
        ? TrainedPolicy.read(place)
        : new TrainedPolicy(TrainedNetwork.read(place).policy(Dqn.NAME), "", "");
  }

  /**
   * The policy to judge.
   *
   * @throws io.makerbench.config.InputException when its observations are not the market's
   */
  Policy policy(Market market) {
    if (!AgentConfig.LEARNERS.contains(config.agent().type())) {
      return market.baseline(config.agent().type());
    }
    TrainedPolicy trained = pretrained();
    if (trained == null) {
      trained = TrainedPolicy.read(folder.finalCheckpoint());
    }
    ObservationCheck.require(trained, market);
    return trained.policy();
  }
}
