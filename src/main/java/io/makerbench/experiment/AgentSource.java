package io.makerbench.experiment;

import io.makerbench.learn.acting.EnsemblePolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.file.TorchScriptPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the policy that a run judges: a baseline, the one it trained, or one trained before. */
final class AgentSource implements AutoCloseable {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private @Nullable TorchScriptPolicy module;

  AgentSource(RunFolder folder, ExperimentConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /**
   * The policy that the configuration names by {@code agent.checkpoint}, the first where that is a
   * folder of runs; null when it learns, and for a module of the user's own, which carries nothing
   * about its observations.
   */
  @Nullable TrainedPolicy pretrained() {
    Path checkpoint = checkpoint();
    return checkpoint == null || TorchScriptPolicy.recognizes(checkpoint)
        ? null
        : CheckpointReader.readAll(checkpoint).getFirst();
  }

  private @Nullable Path checkpoint() {
    String named = config.agent().checkpoint();
    return named == null || !learner() || config.agent().learns() ? null : Path.of(named);
  }

  private boolean learner() {
    return AgentConfig.LEARNERS.contains(config.agent().type());
  }

  /**
   * The policy to judge.
   *
   * @throws io.makerbench.config.InputException when its observations or actions are not the
   *     market's
   */
  Policy policy(Market market) {
    if (!learner()) {
      return market.baseline(config.agent().type());
    }
    Path checkpoint = checkpoint();
    if (checkpoint != null && TorchScriptPolicy.recognizes(checkpoint)) {
      close();
      module = TorchScriptPolicy.open(checkpoint, market.observationWidth(), market.actionSpace());
      return module;
    }
    List<TrainedPolicy> trained =
        checkpoint == null
            ? List.of(TrainedPolicy.read(folder.finalCheckpoint()))
            : CheckpointReader.readAll(checkpoint);
    trained.forEach(one -> MarketCheck.require(one, market));
    return trained.size() == 1
        ? trained.getFirst().policy()
        : new EnsemblePolicy(trained.stream().map(TrainedPolicy::policy).toList());
  }

  @Override
  public void close() {
    if (module != null) {
      module.close();
      module = null;
    }
  }
}
