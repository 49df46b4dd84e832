package io.makerbench.learn.ppo;

import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.figures.TrainingFigures;
import io.makerbench.learn.figures.TrainingLog;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learning by {@link PpoTrainer}, under one of its two names.
 *
 * @param actions what can be done
 */
public record Ppo(String name, PpoConfig config, Space actions) implements Algorithm {
  /** Several passages over each rollout. */
  public static final String NAME = "ppo";

  /** One update a rollout. */
  public static final String A2C = "a2c";

  /** Proximal policy optimisation. */
  public static Ppo of(PpoConfig config, Space actions) {
    return new Ppo(NAME, config, actions);
  }

  /** Advantage actor-critic. */
  public static Ppo of(A2cConfig config, Space actions) {
    return new Ppo(A2C, config.asPpo(), actions);
  }

  @Override
  public List<String> columns() {
    return PpoTrainer.COLUMNS;
  }

  @Override
  public List<String> actionColumns(Space space) {
    return TrainingFigures.actionColumns(space);
  }

  @Override
  public List<String> episodeColumns() {
    return TrainingLog.episodeColumns(config);
  }

  @Override
  public List<String> decisionColumns() {
    return TrainingLog.decisionColumns(config, Collector.decisionColumns(actions));
  }

  @Override
  public LearnerSettings settings() {
    return new LearnerSettings(
        name,
        name.equals(A2C) ? A2cConfig.class : PpoConfig.class,
        config.lr(),
        config.maxGradNorm(),
        config.optimizer().rule().epsilon(),
        config.entCoef(),
        config.rewardScale(),
        config.normalizeObservations(),
        config.normalizeValues(),
        config.normalizeRewards(),
        config.hidden(),
        null,
        null,
        config.loadPath() != null);
  }

  @Override
  public @Nullable String savePath() {
    return config.savePath();
  }

  @Override
  public Trainer start(VectorEnv env, long seed, Compute compute, TrainerListener listener) {
    return new PpoTrainer(name, config, env, seed, compute, listener);
  }

  @Override
  public Trainer restore(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    return PpoTrainer.restore(checkpoint, name, config, env, compute, listener);
  }
}
