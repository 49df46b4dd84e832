package io.makerbench.bench;

import io.makerbench.experiment.Settings;

/** One thing whose speed is watched. */
public interface Benchmark {
  /** Its name on the command line. */
  String name();

  /** One line that says what is measured. */
  String help();

  /**
   * Measures it.
   *
   * @throws io.makerbench.config.InputException when the recordings it needs are not there
   */
  Measurement measure(Settings settings);
}
