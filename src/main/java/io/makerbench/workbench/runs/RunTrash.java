package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where deleted runs go: a folder beside them, from which they can be taken back. */
final class RunTrash {
  static final String FOLDER = ".trash";

  private RunTrash() {}

  /** A run and where it went. */
  record Discarded(Path from, Path to) {}

  /** Moves runs away. */
  static List<Discarded> discard(List<RunFolder> runs) throws IOException {
    List<Discarded> moved = new ArrayList<>();
    for (RunFolder run : runs) {
      Path trash = run.path().resolveSibling(FOLDER);
      Files.createDirectories(trash);
      Path to = trash.resolve(run.name());
      for (int i = 2; Files.exists(to); i++) {
        to = trash.resolve(run.name() + "_" + i);
      }
      Files.move(run.path(), to);
      moved.add(new Discarded(run.path(), to));
    }
    return moved;
  }

  /** Moves them back. */
  static void restore(List<Discarded> moved) throws IOException {
    for (Discarded run : moved) {
      Files.move(run.to(), run.from());
    }
  }
}
