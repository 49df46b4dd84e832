package io.makerbench.experiment;

import io.makerbench.learn.cloning.CloningConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a finished clone is held against its expert by.
 *
 * @param onHoldout whether its actions are compared
 * @param dataset the dataset whose last tenth is taken; null for what its own training kept back
 * @param episodes episodes both play; 0 for none
 * @param seed seed of those episodes
 */
public record CloneExam(boolean onHoldout, @Nullable Path dataset, int episodes, long seed) {
  /** Share of a dataset's rows, at its end, that clones are examined on. */
  static final double LAST_OF_DATASET = 0.1;

  static CloneExam asConfigured(CloningConfig config) {
    return new CloneExam(config.testShare() > 0, null, config.rollouts(), config.rolloutSeed());
  }
}
