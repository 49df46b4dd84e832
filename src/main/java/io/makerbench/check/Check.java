package io.makerbench.check;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;

/** Something expected of a learner, measured by training it. */
public sealed interface Check permits ScoreCheck, ControlCheck, StillnessCheck {
  /** What is to be learned, for example {@code cartpole}. */
  String name();

  /** Who learns, and on which engine where it is not the usual one. */
  String learner();

  /** What is expected, in words. */
  String expectation();

  /**
   * Trains and judges; on the usual engine the same on every machine.
   *
   * @param configs folder of the configurations
   * @throws io.makerbench.config.InputException when a configuration is missing or wrong
   */
  Finding carryOut(Settings settings, Path configs);
}
