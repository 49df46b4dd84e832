package io.makerbench.experiment;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says that a process works in a run's folder; the operating system frees it with the process. */
final class RunLock implements AutoCloseable {
  /**
   * Files this process holds. It must not open one of them only to look: on some systems closing
   * any channel of a file frees all locks that the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    HELD.add(file);
  }

  private static Path file(RunFolder folder) {
    return folder.path().resolve(".lock").toAbsolutePath().normalize();
  }

  /** Takes the lock; an InputException says that the run is at work elsewhere. */
  static synchronized RunLock take(RunFolder folder) {
    Path file = file(folder);
    try {
      if (!HELD.contains(file)) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel)) {
          return new RunLock(file, channel);
        }
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The run " + folder.path() + " cannot be locked.", e);
    }
    throw new InputException("The run " + folder.path() + " is at work already.");
  }

  static synchronized boolean isHeld(RunFolder folder) {
    Path file = file(folder);
    if (HELD.contains(file) || !Files.exists(file)) {
      return HELD.contains(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !tryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of " + folder.path() + " cannot be read.", e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      HELD.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of a run cannot be freed.", e);
    }
  }
}
