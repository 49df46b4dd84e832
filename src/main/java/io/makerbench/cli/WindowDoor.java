package io.makerbench.cli;

import io.makerbench.bench.Benchmark;
import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line's door to the window, which it does not know. */
public interface WindowDoor {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param config configuration to show in the form; null for the last one
   * @return exit code
   */
  int open(Settings settings, @Nullable Path config);

  /** What of the window's speed can be measured. */
  default List<Benchmark> benchmarks() {
    return List.of();
  }
}
