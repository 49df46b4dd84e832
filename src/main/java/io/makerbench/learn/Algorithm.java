package io.makerbench.learn;

import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to learn, with its settings. */
public interface Algorithm {
  /** Name in configurations, for example {@code dqn}. */
  String name();

  /** Columns of the rows of metrics its trainer tells; a row may lack some. */
  List<String> columns();

  /**
   * Columns of its rows on how actions spread, {@code share_GROUP_LABEL}: the shares of a group
   * (one choice, one number, the parts of a whole) add up to 1. Empty where it does not act.
   *
   * @param actions that can be taken
   */
  default List<String> actionColumns(Space actions) {
    return List.of();
  }

  /** Columns of its rows on episodes; empty where nobody asked for them. */
  default List<String> episodeColumns() {
    return List.of();
  }

  /** Columns of its rows on decisions; empty where nobody asked for them. */
  default List<String> decisionColumns() {
    return List.of();
  }

  /** What its troubles come from. */
  LearnerSettings settings();

  /** Folder the trained policy is copied to; null for none. */
  @Nullable String savePath();

  /**
   * A training from the start. The environment stays the caller's to close.
   *
   * @param env reset at once
   * @throws io.makerbench.config.InputException when settings and environment do not fit together
   */
  Trainer start(VectorEnv env, long seed, Compute compute, TrainerListener listener);

  /**
   * A training as {@link Trainer#save} left it.
   *
   * @param env made like the one that was saved; its state is restored
   * @throws io.makerbench.config.InputException when the checkpoint is missing, damaged or of
   *     another training
   */
  Trainer restore(Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener);
}
