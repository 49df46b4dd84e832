package io.makerbench.tape;

import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A tape that is made for one comparison and then removed. */
final class ComparedTape {
  private ComparedTape() {}

  /**
   * Imports recordings and compares something with them.
   *
   * @throws io.makerbench.config.InputException as {@link Importer#run}
   */
  static Verdict of(List<Path> files, Function<Tape, Verdict> comparison) {
    try {
      Path folder = Files.createTempDirectory("makerbench-verify");
      try {
        Path path = folder.resolve("compared.tape");
        Importer.run(files, path, ImportOptions.usual(), ImportProgress.NONE);
        try (Tape tape = Tape.open(path)) {
          return comparison.apply(tape);
        }
      } finally {
        FolderTree.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A tape for the comparison cannot be written.", e);
    }
  }
}
