package io.makerbench.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Writes files that appear whole under their name, or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a text in UTF-8; folders are made as needed and an older file is replaced. */
  public static void write(Path target, String text) {
    create(
        target,
        draft -> {
          try {
            Files.writeString(draft, text);
          } catch (IOException e) {
            throw new UncheckedIOException("The file " + target + " cannot be written.", e);
          }
        });
  }

  /** Lets {@code writer} fill a file beside the target, then gives it the target's name. */
  static void create(Path target, Consumer<Path> writer) {
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      try {
        writer.accept(draft);
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + target + " cannot be written.", e);
    }
  }
}
