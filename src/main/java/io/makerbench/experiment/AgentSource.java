package io.makerbench.experiment;

import io.makerbench.learn.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the policy that a run judges: a baseline, the one it trained, or one trained before. */
final class AgentSource {
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
    return CheckpointReader.read(Path.of(String.valueOf(checkpoint)));
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
