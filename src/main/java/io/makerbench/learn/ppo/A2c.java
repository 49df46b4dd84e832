package io.makerbench.learn.ppo;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learning by {@link PpoTrainer}, with one update a rollout. */
public record A2c(A2cConfig config) implements Algorithm {
  /** Its name. */
  public static final String NAME = "a2c";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> columns() {
    return PpoTrainer.COLUMNS;
  }

  @Override
  public @Nullable String savePath() {
    return config.savePath();
  }

  @Override
  public Trainer start(VectorEnv env, long seed, Compute compute, TrainerListener listener) {
    return new PpoTrainer(NAME, config.asPpo(), env, seed, compute, listener);
  }

  @Override
  public Trainer restore(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    return PpoTrainer.restore(checkpoint, NAME, config.asPpo(), env, compute, listener);
  }
}
