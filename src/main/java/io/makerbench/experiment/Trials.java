package io.makerbench.experiment;

import io.makerbench.config.InputException;
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
            .filter(other -> judgedOn(windows, other))
            .count();
    return (int) others + 1;
  }

  private static boolean judgedOn(String windows, RunFolder other) {
    try {
      return other.stored().windows().equals(windows);
    } catch (InputException damaged) {
      return false; // a damaged neighbour tells nothing, and is no fault of this run
    }
  }
}
