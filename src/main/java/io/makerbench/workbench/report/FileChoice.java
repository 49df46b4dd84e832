package io.makerbench.workbench.report;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a user for a place in the file system. */
@FunctionalInterface
public interface FileChoice {
  /**
   * A folder to write into.
   *
   * @param title what it is for
   * @param start where to begin to look
   * @return empty when the user thought better of it
   */
  Optional<Path> folder(String title, Path start);
}
