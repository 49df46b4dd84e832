package io.makerbench.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Writes files that appear whole or not at all, whenever the process is killed. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a text in UTF-8 and forces it to disk before it appears; folders are made as needed and
   * an older file is replaced.
   */
  public static void write(Path target, String text) {
    create(
        target,
        draft -> {
          try (FileChannel out =
              FileChannel.open(
                  draft,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
              out.write(bytes);
            }
            out.force(true);
          } catch (IOException e) {
            throw new UncheckedIOException("The file " + target + " cannot be written.", e);
          }
        });
  }

  /** Lets {@code writer} fill a file beside the target, then gives it the target's name. */
  public static void create(Path target, Consumer<Path> writer) {
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
