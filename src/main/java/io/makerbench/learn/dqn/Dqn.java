package io.makerbench.learn.dqn;

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

/** Learning by {@link DqnTrainer}. */
public record Dqn(DqnConfig config) implements Algorithm {
  /** Its name. */
  public static final String NAME = "dqn";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> columns() {
    return DqnTrainer.COLUMNS;
  }

  @Override
  public List<String> actionColumns(Space actions) {
    return TrainingFigures.actionColumns(actions);
  }

  @Override
  public List<String> episodeColumns() {
    return TrainingLog.episodeColumns(config);
  }

  @Override
  public List<String> decisionColumns() {
    return TrainingLog.decisionColumns(config, DqnTrainer.DECISION_COLUMNS);
  }

  @Override
  public LearnerSettings settings() {
    return new LearnerSettings(
        NAME,
        DqnConfig.class,
        config.lr(),
        config.maxGradNorm(),
        DqnLearner.EPSILON,
        null,
        null,
        null,
        null,
        null,
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
    return new DqnTrainer(config, env, seed, compute, listener);
  }

  @Override
  public Trainer restore(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    return DqnTrainer.restore(checkpoint, config, env, compute, listener);
  }
}
