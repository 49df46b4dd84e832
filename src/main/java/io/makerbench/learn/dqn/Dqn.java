package io.makerbench.learn.dqn;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
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
  public List<String> episodeColumns() {
    return config.episodeLogging() ? TrainingLog.EPISODE_COLUMNS : List.of();
  }

  @Override
  public List<String> decisionColumns() {
    return config.stepLogging() ? TrainingLog.DECISION_COLUMNS : List.of();
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
