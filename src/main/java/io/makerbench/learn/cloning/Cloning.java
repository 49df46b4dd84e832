package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learning by {@link CloningTrainer}.
 *
 * @param market where the expert is found
 */
public record Cloning(CloningConfig config, Market market) implements Algorithm {
  /** Its name. */
  public static final String NAME = "cloning";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(CloningTrainer.COLUMNS);
    columns.addAll(Agreement.columns(market.actionSpace()));
    return columns;
  }

  @Override
  public LearnerSettings settings() {
    return new LearnerSettings(
        NAME,
        CloningConfig.class,
        config.lr(),
        config.maxGradNorm(),
        CloningLearner.EPSILON,
        null,
        null,
        null,
        null,
        null,
        config.hidden(),
        (int) Math.round(config.demonstrations() * (1 - config.holdoutShare())),
        config.balance() != Balance.NONE || !config.classWeights().isEmpty(),
        false);
  }

  @Override
  public @Nullable String savePath() {
    return config.savePath();
  }

  @Override
  public Trainer start(VectorEnv env, long seed, Compute compute, TrainerListener listener) {
    return new CloningTrainer(config, expert(), env, seed, compute, listener);
  }

  private Policy expert() {
    String expert = config.expert();
    if (expert == null) {
      throw new InputException(
          "agent.type cloning imitates an expert: name it with cloning.expert, one of %s or a run's"
                  .formatted(String.join(", ", market.baselines()))
              + " folder.");
    }
    return market.baselines().contains(expert) || !Files.isDirectory(Path.of(expert))
        ? market.baseline(expert)
        : trained(Path.of(expert));
  }

  private Policy trained(Path folder) {
    TrainedPolicy trained = TrainedPolicy.read(TrainedPolicy.place(folder));
    String learnt = trained.fingerprint();
    if (!learnt.isEmpty() && !learnt.equals(market.observationFingerprint())
        || trained.policy().shape().inputs() != market.observationWidth()) {
      throw new InputException(
          "The expert in %s learnt from other observations than this market gives: %s, here %s."
              .formatted(folder, learnt, market.observationFingerprint()));
    }
    return trained.policy();
  }

  @Override
  public Trainer restore(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    return CloningTrainer.restore(checkpoint, config, env, compute, listener);
  }
}
