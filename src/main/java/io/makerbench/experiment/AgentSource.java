package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.learn.acting.EnsemblePolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.file.TorchScriptPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
   * What the policies that the run acts from, or begins its training from, must know of their
   * market; null where there are none, or they know nothing.
   */
  @Nullable String facts() {
    if (!config.agent().learns()) {
      return CheckpointReader.facts(config.agent().places());
    }
    Optional<Path> begun =
        Files.exists(folder.finalCheckpoint())
            ? Optional.of(folder.finalCheckpoint())
            : folder.newestCheckpoint();
    return CheckpointReader.facts(begun.map(List::of).orElseGet(config::startsFrom));
  }

  /**
   * Refuses what the training is to begin from, or to imitate, where it would observe or may do
   * something else than it learnt.
   *
   * @throws InputException in words
   */
  void requireFittingStart(Market market) {
    read(config.startsFrom(), market);
  }

  /**
   * The policy to judge.
   *
   * @throws InputException when its observations or actions are not the market's
   */
  Policy policy(Market market) {
    if (!AgentConfig.LEARNERS.contains(config.agent().type())) {
      return market.baseline(config.agent().type());
    }
    List<Path> places =
        config.agent().learns() ? List.of(folder.finalCheckpoint()) : config.agent().places();
    if (places.stream().anyMatch(TorchScriptPolicy::recognizes)) {
      return module(places, market);
    }
    List<TrainedPolicy> trained = read(places, market);
    return trained.size() == 1
        ? trained.getFirst().policy()
        : new EnsemblePolicy(trained.stream().map(TrainedPolicy::policy).toList());
  }

  private Policy module(List<Path> places, Market market) {
    if (places.size() > 1) {
      throw new InputException(
          "A TorchScript module decides alone; of the policies in checkpoints one is such a module.");
    }
    close();
    module =
        TorchScriptPolicy.open(places.getFirst(), market.observationWidth(), market.actionSpace());
    return module;
  }

  private List<TrainedPolicy> read(List<Path> places, Market market) {
    CheckpointReader reader =
        CheckpointReader.of(
            new CheckpointReader.Meaning(
                config.agent().type(), market.actionSpace(), config.activation().layer()));
    List<TrainedPolicy> trained = reader.read(places);
    trained.forEach(one -> MarketCheck.require(one, market));
    return trained;
  }

  @Override
  public void close() {
    if (module != null) {
      module.close();
      module = null;
    }
  }
}
