package io.makerbench.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How windows ended: each open one has a file with the number of its process and when that began,
 * which goes when the window is closed. A file whose process is gone is of a window that was
 * killed.
 */
final class LastEnd {
  private final Path folder;
  private final Path own;

  LastEnd(Path home) {
    folder = home.resolve("open");
    own = folder.resolve(Long.toString(ProcessHandle.current().pid()));
  }

  /** Says that this window is open, and whether another was killed since the last start. */
  boolean open() {
    try {
      Files.createDirectories(folder);
      boolean killed = false;
      for (Path file : files()) {
        if (!isAlive(file)) {
          Files.delete(file);
          killed = true;
        }
      }
      Files.writeString(own, began(ProcessHandle.current()));
      return killed;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isAlive(Path file) throws IOException {
    String began = Files.readString(file);
    try {
      return ProcessHandle.of(Long.parseLong(file.getFileName().toString()))
          .filter(process -> process.isAlive() && began(process).equals(began))
          .isPresent();
    } catch (NumberFormatException noProcess) {
      return false;
    }
  }

  /** Numbers of processes come again; with the time of their begin they do not. */
  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** This window is closed as it should be. */
  void close() {
    try {
      Files.deleteIfExists(own);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + own + " cannot be deleted.", e);
    }
  }
}
