package io.makerbench.experiment;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Counts how often the same windows were judged on by the runs beside each other; the more trials,
 * the more a good figure may be luck.
 */
final class Trials {
  private Trials() {}

  /** Runs beside this one that were judged on these windows, itself included. */
  static int on(String windows, RunFolder folder) {
    Path root = Objects.requireNonNull(folder.path().toAbsolutePath().normalize().getParent());
    long others =
        RunFolder.list(root).stream()
            .filter(other -> !other.name().equals(folder.name()))
            .filter(other -> other.stored().windows().equals(windows))
            .count();
    return (int) others + 1;
  }
}
