package io.makerbench.experiment;

import io.makerbench.config.Key;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.cloning.CloningConfig;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.dqn.DqnConfig;
import io.makerbench.learn.ppo.A2cConfig;
import io.makerbench.learn.ppo.Activation;
import io.makerbench.learn.ppo.Ppo;
import io.makerbench.learn.ppo.PpoConfig;
import io.makerbench.system.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole configuration: one of these and a seed make a run. */
public record ExperimentConfig(
    @Key(help = "Name of the run in lists and folders.", fallback = "\"run\"") String label,
    @Key(help = "Trading system.", fallback = "\"lob-replay\"") String system,
    @Key(help = "Seed of every random stream.", fallback = "42") long seed,
    @Key(help = "What acts, and whether it learns.") AgentConfig agent,
    @Key(help = "The trading system's own settings.", chosenBy = "system") Record market,
    @Key(help = "The DQN learner.") DqnConfig dqn,
    @Key(help = "The PPO learner.") PpoConfig ppo,
    @Key(help = "The A2C learner.") A2cConfig a2c,
    @Key(help = "Behaviour cloning.") CloningConfig cloning,
    @Key(help = "When a training ends before its time, and which policy is kept.")
        StoppingConfig stopping,
    @Key(help = "How policies are judged.") EvaluationConfig evaluation,
    @Key(help = "How the run is carried out.") ExecutionConfig execution) {
  /**
   * How the agent learns.
   *
   * @param market where an expert is found, if it learns from one
   */
  public Algorithm algorithm(Market market) {
    return switch (agent.type()) {
      case Dqn.NAME -> new Dqn(dqn);
      case Ppo.NAME -> Ppo.of(ppo, market.actionSpace());
      case Ppo.A2C -> Ppo.of(a2c, market.actionSpace());
      case Cloning.NAME -> new Cloning(cloning, market);
      default -> throw new IllegalStateException(agent.type() + " does not learn.");
    };
  }

  /** True where a clone is trained. */
  boolean clones() {
    return agent.type().equals(Cloning.NAME) && agent.learns();
  }

  /** Trained policies that the training begins from, or whom it imitates; often none. */
  List<Path> startsFrom() {
    String named =
        switch (agent.type()) {
          case Dqn.NAME -> dqn.loadPath();
          case Ppo.NAME -> ppo.loadPath();
          case Ppo.A2C -> a2c.loadPath();
          case Cloning.NAME -> trainedExpert();
          default -> null;
        };
    return named == null ? List.of() : List.of(Path.of(named));
  }

  private @Nullable String trainedExpert() {
    String expert = cloning.expert();
    boolean trained =
        expert != null
            && !ConfigFiles.system(system).baselines().contains(expert)
            && Files.isDirectory(Path.of(expert));
    return trained ? expert : null;
  }

  /** What follows the hidden layers of a policy, where only its tensors are given. */
  Activation activation() {
    return switch (agent.type()) {
      case Ppo.A2C -> a2c.activation();
      case Cloning.NAME -> cloning.activation();
      default -> ppo.activation();
    };
  }
}
